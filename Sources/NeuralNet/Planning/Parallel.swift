#if !arch(wasm32)
  import Kernels
#endif

/// Calls `body(index)` once for every index in `0..<count`, on up to `threads` threads at a time.
///
/// For work whose parts know nothing of each other, as the runs of a sweep do: each makes its own
/// `Machine`. An index goes to whichever thread is free, so a result must depend on the index alone.
/// Returns when all are done. In wasm there is one thread.
public func parallelFor(count: Int, threads: Int, _ body: @Sendable (Int) -> Void) {
  #if arch(wasm32)
    for index in 0..<max(count, 0) { body(index) }
  #else
    withoutActuallyEscaping(body) { body in
      var job = ParallelJob(body: body)
      withUnsafeMutablePointer(to: &job) { pointer in
        parallel_for(
          Int32(clamping: count), Int32(clamping: threads),
          { argument, index in
            argument?.assumingMemoryBound(to: ParallelJob.self).pointee.body(Int(index))
          }, pointer)
      }
    }
  #endif
}

#if !arch(wasm32)
  private struct ParallelJob {
    let body: @Sendable (Int) -> Void
  }
#endif
