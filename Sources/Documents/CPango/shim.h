// Pango, Cairo, Fontconfig and HarfBuzz, as Swift sees them; casts and macros get static inline shims here.
#pragma once
#include <cairo-pdf.h>
#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

// A map of the fonts that a configuration knows, one point to the unit; owned by the caller.
static inline PangoFontMap *plumbline_font_map(FcConfig *config) {
  PangoFontMap *map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
  if (!map) return NULL;
  pango_cairo_font_map_set_resolution((PangoCairoFontMap *)map, 72);
  pango_fc_font_map_set_config((PangoFcFontMap *)map, config);
  return map;
}

// The character that a glyph stands for when no font has it; 0 for glyphs of fonts.
static inline unsigned int plumbline_missing_character(PangoGlyph glyph) {
  return glyph & PANGO_GLYPH_UNKNOWN_FLAG ? glyph & ~(unsigned int)PANGO_GLYPH_UNKNOWN_FLAG : 0;
}

static inline void plumbline_release(void *object) { g_object_unref(object); }

// Leaves a table out of what is made of a font.
static inline void plumbline_drop_table(hb_subset_input_t *input, const char name[4]) {
  hb_set_add(hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG), HB_TAG(name[0], name[1], name[2], name[3]));
}

// Sets what is left out of glyphs: instructions for screens, and subroutines shared with glyphs that go.
static inline void plumbline_simplify_glyphs(hb_subset_input_t *input) {
  hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_DESUBROUTINIZE);
}

// Whether a line may end before a character.
static inline int plumbline_may_break(const PangoLogAttr *places, int index) {
  return places[index].is_line_break;
}

// Lets a line end before a character of a text whose places have been analysed already.
static inline void plumbline_allow_break(const PangoLogAttr *places, int index) {
  ((PangoLogAttr *)places)[index].is_line_break = 1;
}
