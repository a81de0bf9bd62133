// The SQLite library, as Swift sees it; binding through functions, because Swift cannot say SQLITE_TRANSIENT.
#pragma once
#include <sqlite3.h>

/// Binds text that the library copies.
static inline int plumbline_bind_text(sqlite3_stmt *statement, int index, const char *text, int count) {
  return sqlite3_bind_text(statement, index, text, count, SQLITE_TRANSIENT);
}

/// Binds bytes that the library copies; no bytes at all are an empty blob, not NULL.
static inline int plumbline_bind_bytes(sqlite3_stmt *statement, int index, const void *bytes, int count) {
  return count == 0 ? sqlite3_bind_zeroblob(statement, index, 0)
                    : sqlite3_bind_blob(statement, index, bytes, count, SQLITE_TRANSIENT);
}
