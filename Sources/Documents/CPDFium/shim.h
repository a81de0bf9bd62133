// The few functions of libpdfium that are used, found at run time: the library is no package of the system.
#ifndef PLUMBLINE_CPDFIUM_H
#define PLUMBLINE_CPDFIUM_H

#include <dlfcn.h>
#include <stddef.h>

typedef struct { float left, top, right, bottom; } plumbline_pdf_box;
typedef struct { float a, b, c, d, e, f; } plumbline_pdf_matrix;

typedef struct {
  void (*init_library)(void);
  void *(*load_document)(const void *bytes, size_t count, const char *password);
  unsigned long (*last_error)(void);
  void (*close_document)(void *document);
  int (*page_count)(void *document);
  void *(*load_page)(void *document, int index);
  void (*close_page)(void *page);
  float (*page_width)(void *page);
  float (*page_height)(void *page);
  int (*page_to_device)(void *page, int x, int y, int width, int height, int rotate, double page_x,
                        double page_y, int *device_x, int *device_y);

  void *(*load_text)(void *page);
  void (*close_text)(void *text);
  int (*count_characters)(void *text);
  unsigned int (*character)(void *text, int index);
  int (*is_generated)(void *text, int index);
  int (*lacks_meaning)(void *text, int index);
  double (*font_size)(void *text, int index);
  float (*character_angle)(void *text, int index);
  int (*character_box)(void *text, int index, double *left, double *right, double *bottom, double *top);
  int (*loose_character_box)(void *text, int index, plumbline_pdf_box *box);
  int (*character_origin)(void *text, int index, double *x, double *y);
  void *(*text_object)(void *text, int index);
  int (*render_mode)(void *text_object);
  void *(*clip_path)(void *object);
  int (*count_clip_paths)(void *clip);
  int (*count_clip_segments)(void *clip, int path);
  void *(*clip_segment)(void *clip, int path, int segment);

  int (*count_objects)(void *page);
  void *(*object)(void *page, int index);
  int (*object_type)(void *object);
  int (*object_bounds)(void *object, float *left, float *bottom, float *right, float *top);
  int (*object_matrix)(void *object, plumbline_pdf_matrix *matrix);
  int (*stroke_width)(void *object, float *width);
  int (*fill_color)(void *object, unsigned int *red, unsigned int *green, unsigned int *blue,
                    unsigned int *alpha);
  int (*stroke_color)(void *object, unsigned int *red, unsigned int *green, unsigned int *blue,
                      unsigned int *alpha);
  int (*count_segments)(void *path);
  void *(*segment)(void *path, int index);
  int (*segment_point)(void *segment, float *x, float *y);
  int (*segment_type)(void *segment);
  int (*segment_closes)(void *segment);
  int (*draw_mode)(void *path, int *fill_mode, int *is_stroked);
  int (*count_form_objects)(void *form);
  void *(*form_object)(void *form, unsigned long index);

  void *(*create_bitmap)(int width, int height, int format, void *buffer, int stride);
  void (*fill_bitmap)(void *bitmap, int left, int top, int width, int height, unsigned long color);
  void (*render_page)(void *bitmap, void *page, int x, int y, int width, int height, int rotate, int flags);
  void *(*bitmap_buffer)(void *bitmap);
  int (*bitmap_stride)(void *bitmap);
  void (*destroy_bitmap)(void *bitmap);
} plumbline_pdfium;

// Finds every function; 0 where the library or one of them is missing.
static inline int plumbline_pdfium_load(const char *path, plumbline_pdfium *table) {
  static const char *const names[] = {
      "FPDF_InitLibrary",        "FPDF_LoadMemDocument64",  "FPDF_GetLastError",
      "FPDF_CloseDocument",      "FPDF_GetPageCount",       "FPDF_LoadPage",
      "FPDF_ClosePage",          "FPDF_GetPageWidthF",      "FPDF_GetPageHeightF",
      "FPDF_PageToDevice",       "FPDFText_LoadPage",       "FPDFText_ClosePage",
      "FPDFText_CountChars",     "FPDFText_GetUnicode",     "FPDFText_IsGenerated",
      "FPDFText_HasUnicodeMapError",
      "FPDFText_GetFontSize",    "FPDFText_GetCharAngle",   "FPDFText_GetCharBox",
      "FPDFText_GetLooseCharBox", "FPDFText_GetCharOrigin", "FPDFText_GetTextObject",
      "FPDFTextObj_GetTextRenderMode",
      "FPDFPageObj_GetClipPath", "FPDFClipPath_CountPaths", "FPDFClipPath_CountPathSegments",
      "FPDFClipPath_GetPathSegment",
      "FPDFPage_CountObjects",   "FPDFPage_GetObject",      "FPDFPageObj_GetType",
      "FPDFPageObj_GetBounds",   "FPDFPageObj_GetMatrix",   "FPDFPageObj_GetStrokeWidth",
      "FPDFPageObj_GetFillColor", "FPDFPageObj_GetStrokeColor", "FPDFPath_CountSegments",
      "FPDFPath_GetPathSegment", "FPDFPathSegment_GetPoint", "FPDFPathSegment_GetType",
      "FPDFPathSegment_GetClose", "FPDFPath_GetDrawMode",   "FPDFFormObj_CountObjects",
      "FPDFFormObj_GetObject",   "FPDFBitmap_CreateEx",     "FPDFBitmap_FillRect",
      "FPDF_RenderPageBitmap",   "FPDFBitmap_GetBuffer",    "FPDFBitmap_GetStride",
      "FPDFBitmap_Destroy"};
  void *library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
  if (!library) return 0;
  void **slots = (void **)table;
  for (size_t index = 0; index < sizeof(names) / sizeof(names[0]); index++) {
    slots[index] = dlsym(library, names[index]);
    if (!slots[index]) return 0;
  }
  _Static_assert(sizeof(names) / sizeof(names[0]) == sizeof(plumbline_pdfium) / sizeof(void *),
                 "a name for every function");
  return 1;
}

#endif
