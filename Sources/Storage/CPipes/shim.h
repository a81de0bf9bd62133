// A pipe whose ends are closed at an exec from the beginning, which Swift's view of the C library lacks.
#pragma once

// No header of the system: Swift would take the types that it defines for those of this module.
extern int pipe2(int ends[2], int flags);

/// 0 when it was made, -1 with `errno` where not; first the end to read from.
static inline int plumbline_pipe_closed_at_exec(int ends[2]) {
  // O_CLOEXEC
  return pipe2(ends, 02000000);
}
