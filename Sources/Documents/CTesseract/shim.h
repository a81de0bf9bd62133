// The few functions of libtesseract and of the picture library below it, found at run time.
#ifndef PLUMBLINE_CTESSERACT_H
#define PLUMBLINE_CTESSERACT_H

#include <dlfcn.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
  void *(*create)(void);
  int (*set_variable)(void *engine, const char *name, const char *value);
  int (*open)(void *engine, const char *folder, const char *language);
  void (*set_mode)(void *engine, int mode);
  void (*set_image)(void *engine, const unsigned char *pixels, int width, int height, int bytes_per_pixel,
                    int bytes_per_line);
  void (*set_resolution)(void *engine, int dots_per_inch);
  char *(*text)(void *engine);
  int (*confidence)(void *engine);
  void (*delete_text)(const char *text);
  void (*clear)(void *engine);
  void (*close)(void *engine);
  void (*destroy)(void *engine);
} plumbline_tesseract;

typedef struct {
  int (*read_header)(const uint8_t *bytes, size_t count, int32_t *format, int32_t *width, int32_t *height,
                     int32_t *bits, int32_t *samples, int32_t *is_mapped);
  void *(*read)(const uint8_t *bytes, size_t count);
  void *(*to_grey)(void *picture, int32_t keeps_map);
  int32_t (*width)(void *picture);
  int32_t (*height)(void *picture);
  int32_t (*resolution)(void *picture);
  int (*pixel)(void *picture, int32_t x, int32_t y, uint32_t *value);
  uint32_t *(*words)(void *picture);
  int32_t (*words_per_line)(void *picture);
  void (*destroy)(void **picture);
  int32_t (*set_messages)(int32_t severity);
} plumbline_leptonica;

static inline int plumbline_find(const char *path, const char *const *names, void **slots, size_t count) {
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (!library) return 0;
  for (size_t index = 0; index < count; index++) {
    slots[index] = dlsym(library, names[index]);
    if (!slots[index]) return 0;
  }
  return 1;
}

// Finds every function; 0 where the library or one of them is missing.
static inline int plumbline_tesseract_load(const char *path, plumbline_tesseract *table) {
  static const char *const names[] = {
      "TessBaseAPICreate",        "TessBaseAPISetVariable",         "TessBaseAPIInit3",
      "TessBaseAPISetPageSegMode",
      "TessBaseAPISetImage",      "TessBaseAPISetSourceResolution", "TessBaseAPIGetUTF8Text",
      "TessBaseAPIMeanTextConf",  "TessDeleteText",                 "TessBaseAPIClear",
      "TessBaseAPIEnd",           "TessBaseAPIDelete"};
  _Static_assert(sizeof(names) / sizeof(names[0]) == sizeof(plumbline_tesseract) / sizeof(void *),
                 "a name for every function");
  return plumbline_find(path, names, (void **)table, sizeof(names) / sizeof(names[0]));
}

// Finds every function; 0 where the library or one of them is missing.
static inline int plumbline_leptonica_load(const char *path, plumbline_leptonica *table) {
  static const char *const names[] = {
      "pixReadHeaderMem", "pixReadMem",  "pixConvertTo8", "pixGetWidth", "pixGetHeight", "pixGetXRes",
      "pixGetPixel",      "pixGetData",  "pixGetWpl",     "pixDestroy",  "setMsgSeverity"};
  _Static_assert(sizeof(names) / sizeof(names[0]) == sizeof(plumbline_leptonica) / sizeof(void *),
                 "a name for every function");
  return plumbline_find(path, names, (void **)table, sizeof(names) / sizeof(names[0]));
}

#endif
