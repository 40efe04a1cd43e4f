/* Web, mail and telephone addresses: what is one, its parts, how it is encoded and what people are
 * shown of it (RFC 3986; letters of any script as in RFC 3987). All texts are well-formed UTF-8;
 * what is returned lies in the text given or in the arena. Layers 2 and up. */
#pragma once

#include "base/arena.h"
#include "base/buf.h"
#include "base/slice.h"

/* "https" of "https://example.org" (RFC 3986, 3.1); empty for a relative address. One letter may
 * also be a Windows drive. */
struct slice address_scheme(struct slice href);

/* The length of "https://" or "http://" (any case) at the start, or 0. */
size_t address_web_prefix(struct slice href);

/* The length of the host name that a word of running text begins with, or 0, and the number of its
 * dots (at least one): labels of letters of any script, digits and hyphens, not a hyphen first; the
 * last of two letters or more and nothing else (RFC 1123, 2.1). */
size_t address_host_length(struct slice word, unsigned *dots);

/* True for a byte of a word: ASCII letters and digits, all beyond ASCII. */
static inline bool address_is_word_byte(char c)
{
    return ascii_is_alnum(c) || (unsigned char)c >= 0x80;
}

/* ---- in running text */

/* True for a byte at which a word that may be an address ends: white space, and what stands in none
 * and around many (RFC 3986, appendix C). */
bool address_ends_word(char c);

/* Without punctuation, brackets and marks of emphasis around a word ("(see",
 * "*www.example.org*)."); brackets that are a pair inside it stay ("www.example.org/a_(b)"). */
struct slice address_bare_word(struct slice word);

/* "a.b+c@example.org": the dot-atom of RFC 5322, 3.2.3, with ASCII letters, digits and ._%+-
 * alone, and a host of ASCII letters with a dot. */
bool address_is_email(struct slice word);

/* A word that says itself that it is a web address: https://, http:// or www. and more. */
bool address_is_url(struct slice word);

/* False if no word of a text is an e-mail or web address; true if one may be. Most texts hold none,
 * and this is much cheaper than to look at each word. */
bool address_may_stand_in(struct slice text);
/* The e-mail or web address that a word of running text is, without what stands around it; empty:
 * it is none. */
struct slice address_of_word(struct slice word);

/* The same as address_is_url, or "example.org", "example.org/page" (not "e.g.": the first label has
 * two letters). */
bool address_is_web(struct slice word);

/* ---- where an address is asked for */

/* True unless the value of an e-mail field can be none: one @ between two parts, no space or colon.
 * Looser than address_is_email: "me@clinic", letters of any script. */
bool address_may_be_email(struct slice value);

/* True if the destination of a link definition can only be meant as an address or a file's path. */
bool address_is_certain(struct slice destination);

/* True if a relative reference can be that of a page: it begins with "/", or its last part has no
 * ending or that of a page (.html), and its first is not meant as a host or a mailbox. */
bool address_may_be_page(struct slice reference);

/* ---- coding */

/* "my%20picture" -> "my picture" (RFC 3986, 2.1); what is not well-formed, and %00, stays. */
const char *address_decode(struct arena *arena, struct slice text);

/* What a mail or telephone address would do beside leading to somebody. */
enum address_trap {
    ADDRESS_PLAIN,
    ADDRESS_LINE_BREAK, /* adds readers or text to a mail (RFC 6068, 7) */
    ADDRESS_CODE,       /* * or #: may change the telephone's settings, such as where calls go */
};
enum address_trap address_trap(struct slice href);

/* A whole address (https, http, mailto, tel, sms) with all percent-encoded that RFC 3986 does not
 * allow in one; empty if it leads nowhere: another scheme (it might run code), no or no possible
 * host (RFC 1035, 2.3.4: a label of more than 63 characters), or a trap. */
struct slice address_encode(struct arena *arena, struct slice href);

/* Where a relative reference leads from base, a web address (RFC 3986, 5.2): "/x" from the top of
 * its host, "x" and "../x" from its last folder. A base that does not end in "/" ends in a page. */
struct slice address_resolve(struct arena *arena, struct slice base, struct slice reference);

/* A path of files as a relative reference (RFC 3986, 4.2): all is encoded that would mean something
 * else in one, and "./" put before what does not climb: viewers take a first part with dots or a
 * colon for a host or a scheme. */
struct slice address_of_path(struct arena *arena, const char *path);

/* Puts an address, whole or relative, as the URI of a PDF (ISO 32000-1, 12.6.4.7): only what can
 * stand in no URI is encoded. All that address_encode returns stays as it is. */
void address_put_uri(struct buf *out, struct slice href);

/* ---- what people are shown */

/* "https://example.org/page/" -> "example.org/page"; other schemes stay. */
struct slice address_bare(struct slice href);

/* What paper shows of an address: without https://, mailto: (and its ?subject=..., RFC 6068) or
 * tel:. Empty: nothing that could be typed (a place in the leaflet, a file beside it). */
struct slice address_printed(struct slice href);

/* True if text is the address itself, whole or without its scheme. */
bool address_repeats(struct slice href, struct slice text);
