// The Argon2 library (RFC 9106), as Swift sees it.
#pragma once
#include <argon2.h>
