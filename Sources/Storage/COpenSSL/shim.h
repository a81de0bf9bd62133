// The cryptography library, as Swift sees it; digests through EVP, whose macros Swift cannot call.
#pragma once
#include <openssl/evp.h>

/// SHA-256 of `count` bytes into `digest` (32 bytes); 1 when it was made.
static inline int plumbline_sha256(const void *bytes, size_t count, unsigned char *digest) {
  return EVP_Digest(bytes, count, digest, NULL, EVP_sha256(), NULL);
}

/// A digest function that is fetched once; fetching it again for each message would cost more than the digest.
static inline EVP_MD *plumbline_sm3(void) { return EVP_MD_fetch(NULL, "SM3", NULL); }
