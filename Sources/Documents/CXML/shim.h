// The XML library, as Swift sees it; macros and variadic functions get static inline shims here.
#pragma once
// Debian's libxml2 is built with ICU, whose types must not reach Swift beside Foundation's own copy.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/xmlreader.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
