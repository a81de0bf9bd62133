// The library that writes workbooks, as Swift sees it, and a file in memory for it to write to.
#pragma once
#include <stdlib.h>
#include <xlsxwriter.h>

// The declaration is hidden from programs that do not ask for all of glibc.
extern int memfd_create(const char *name, unsigned int flags);

// Opens a file that has no name and no place on disk; -1 where the system gives none. It is closed in children.
static inline int plumbline_memory_file(void) {
  return memfd_create("workbook", 1U);
}
