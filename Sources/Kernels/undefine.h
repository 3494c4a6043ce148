// Everything else is defined anew with the same words, which C allows.
#undef SUFFIX
#undef INSTANCE_NAME
#undef VW
#undef TILE_ROWS
#undef TILE_VECTORS
#undef WIDE_LANES
#undef NARROW_SUFFIX
#undef SWAP_1
#undef SWAP_2
#undef SWAP_4
#undef SWAP_8
