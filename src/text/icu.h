/* ICU's common library. Most leaflets take the paths of our own past it, so it is loaded when
 * something first asks it; it brings the C++ library along. Only text/ includes it. */
#pragma once

#include <unicode/ubidi.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unorm2.h>
#include <unicode/uscript.h>

#include "base/library.h"

#define ICU_CALLS(X)                                                                               \
    X(u_charDirection)                                                                             \
    X(u_charName)                                                                                  \
    X(u_charType)                                                                                  \
    X(u_getIntPropertyValue)                                                                       \
    X(u_hasBinaryProperty)                                                                         \
    X(u_isdigit)                                                                                   \
    X(u_tolower)                                                                                   \
    X(ubidi_close)                                                                                 \
    X(ubidi_getLevels)                                                                             \
    X(ubidi_getParaLevel)                                                                          \
    X(ubidi_open)                                                                                  \
    X(ubidi_setPara)                                                                               \
    X(ubrk_close)                                                                                  \
    X(ubrk_first)                                                                                  \
    X(ubrk_getRuleStatus)                                                                          \
    X(ubrk_next)                                                                                   \
    X(ubrk_open)                                                                                   \
    X(ubrk_setText)                                                                                \
    X(ucnv_close)                                                                                  \
    X(ucnv_open)                                                                                   \
    X(ucnv_reset)                                                                                  \
    X(ucnv_toUChars)                                                                               \
    X(unorm2_getCombiningClass)                                                                    \
    X(unorm2_getNFCInstance)                                                                       \
    X(unorm2_normalize)                                                                            \
    X(unorm2_spanQuickCheckYes)                                                                    \
    X(uscript_getScript)                                                                           \
    X(uscript_getShortName)

struct icu {
    ICU_CALLS(LIBRARY_POINTER)
};

/* Its functions; loads it at the first call (library_load). From any thread. */
const struct icu *icu(void);
