// The compression library, as Swift sees it: its macros as functions.
#pragma once
#include <zlib.h>

/// Prepares a stream that writes the gzip format. Z_OK when it stands.
static inline int plumbline_gzip_begin(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
}

/// Prepares a stream that reads the gzip format.
static inline int plumbline_gunzip_begin(z_stream *stream) { return inflateInit2(stream, 15 + 16); }
