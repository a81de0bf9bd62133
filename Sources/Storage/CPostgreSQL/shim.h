// The client library of PostgreSQL, as Swift sees it.
#pragma once
#include <libpq-fe.h>

/// Fields of an error report; Swift cannot see characters that are macros.
static inline const char *plumbline_sqlstate(const PGresult *result) {
  return PQresultErrorField(result, PG_DIAG_SQLSTATE);
}

static inline const char *plumbline_primary_message(const PGresult *result) {
  return PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
}

static inline const char *plumbline_constraint_name(const PGresult *result) {
  return PQresultErrorField(result, PG_DIAG_CONSTRAINT_NAME);
}
