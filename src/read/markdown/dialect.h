/* What md4c is asked for beside CommonMark: GitHub's tables, strike-through and tasks, without its
 * bare addresses (addresses.h). */
#pragma once

#include <md4c.h>

#define MD_DIALECT (MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS)
