#include <duktape.h>

// What Duktape offers as macros, which Swift cannot call.

/// A new heap; null if there is no memory.
static inline duk_context *nnbook_duktape_create(void) { return duk_create_heap_default(); }

/// Runs a program. The result, or what was thrown, is on the stack; 0 means it ended well.
static inline int nnbook_duktape_run(duk_context *heap, const char *source, size_t length) {
  return duk_peval_lstring(heap, source, length);
}
