/* Rules about where links lead. Only check/ includes it. */
#pragma once

#include "check/rule/rule.h"

/* link-site-missing, and where the leaflet is to be released link-site-refused: a link that leads
 * to a page of a website which the settings do not name. One for a leaflet, at the first. */
check_rule check_link_sites;

/* link-draft: a leaflet that is to be released links to one that will not be. */
check_rule check_link_drafts;
