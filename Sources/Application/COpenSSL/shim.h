// The cryptography library, as Swift sees it; digests through EVP, whose macros Swift cannot call.
#pragma once
#include <openssl/evp.h>
#include <openssl/crypto.h>
#include <openssl/hmac.h>

/// HMAC (RFC 2104) with SHA-1, SHA-256 or SHA-512 by the digest's bits (160, 256, 512) into `code` (64
/// bytes); the length of the code, 0 when it was not made.
static inline unsigned plumbline_hmac(int bits, const void *key, int key_count, const unsigned char *bytes,
                                      size_t count, unsigned char *code) {
  const EVP_MD *digest = bits == 160 ? EVP_sha1() : bits == 256 ? EVP_sha256() : EVP_sha512();
  unsigned length = 0;
  return HMAC(digest, key, key_count, bytes, count, code, &length) == NULL ? 0 : length;
}

/// 1 when two runs of `count` bytes are the same; the time does not tell where they differ.
static inline int plumbline_equal(const void *left, const void *right, size_t count) {
  return CRYPTO_memcmp(left, right, count) == 0;
}

/// SHA-256 of `count` bytes into `digest` (32 bytes); 1 when it was made.
static inline int plumbline_sha256(const void *bytes, size_t count, unsigned char *digest) {
  return EVP_Digest(bytes, count, digest, NULL, EVP_sha256(), NULL);
}
