#include "cli/texts.h"

#include <string.h>

#include "build/formats.h"
#include "read/readers.h"
#include "report/formats.h"

static const char overview[] =
    "leafset builds patient leaflets: a tagged PDF and an EPUB from Markdown or plain text.\n"
    "\n"
    "  leafset build [options] PATH...          build leaflets (files, or folders of them)\n"
    "  leafset check [options] PATH...          report what is wrong with them, write no file\n"
    "  leafset watch [options] PATH...          build, wait, and build again what changes\n"
    "  leafset deps [options] PATH...           tell what they would be built of, write no file\n"
    "  leafset status [options] PATH...         list leaflets, those to look at again first\n"
    "  leafset evidence [options] PATH...       tell what is claimed of accessibility, and why\n"
    "  leafset merge [options] DIR...           join what several machines built (--shard)\n"
    "  leafset dump tree|frames|pages|prose FILE  print what one phase makes of a leaflet\n"
    "  leafset new FILE                         write a starter leaflet with comments\n"
    "  leafset schema [settings|report]         what front matter may hold, for editors\n"
    "  leafset help [COMMAND]                   say more\n"
    "  leafset --version\n"
    "\n"
    "Exit status: 0 done, 1 the content has errors, 2 wrong usage, 3 the environment.\n"
    "The manual page has the rest: man leafset\n";

static const char new_help[] = "leafset new FILE\n"
                               "\n"
                               "Writes a starter leaflet with every field explained. An existing "
                               "file is left alone.\n"
                               "\n"
                               "leafset new --workflow github|gitlab|github-shards|gitlab-shards|"
                               "slurm|kubernetes|parallel\n"
                               "\n"
                               "Prints a workflow file that checks and builds the leaflets of a "
                               "repository on each change,\n"
                               "or a file that builds a large library on several machines: a "
                               "matrix of jobs, Slurm's array\n"
                               "script, an Indexed Job of Kubernetes, a line of GNU parallel.\n";

static const char schema_help[] =
    "leafset schema [leaflet|settings|report]\n"
    "\n"
    "Prints the JSON Schema of a leaflet's front matter or of clinic.yml, by which editors\n"
    "with the YAML language server complete and check what is typed. This line in a file\n"
    "names the schema that belongs to it:\n"
    "  # yaml-language-server: $schema=clinic.schema.json\n"
    "The schema of a report is that of --format json.\n";

void texts_put_formats(struct buf *out)
{
    formats_put_names(out, formats_all(), "", ", ");
    buf_put_string(out, " or ");
    formats_put_names(out, formats_all(), "", ",");
}

static void put_from_and_lang(struct buf *out)
{
    buf_put_string(out, "      --from FORMAT  ");
    readers_put_names(out, "", " or ");
    buf_put_string(out, " (default: by the file's name)\n"
                        "      --lang TAG     language of texts that state none, such as en-GB\n"
                        "      --fit N        set each leaflet as roomy as fits on N pages\n");
}

static void put_path(struct buf *out)
{
    buf_put_string(out, "PATH is a file, a folder (every ");
    readers_put_endings(out, " and ");
    buf_put_string(out, " file\n");
}

static void put_reports(struct buf *out)
{
    const struct report_format *format;
    buf_put_string(out, "      --format FORMAT[=FILE]  how it is told, more than once if you like; "
                        "without FILE to\n"
                        "                     standard output:\n");
    for (size_t i = 0; (format = report_formats_at(i)); i++)
        buf_format(out, "                       %-7s %s\n", format->name, format->about);
}

/* The options that build and check share. */
static void put_batch_options(struct buf *out)
{
    put_from_and_lang(out);
    buf_put_string(
        out, "  -j, --jobs N       number of threads (default: one a processor)\n"
             "      --shard I/N    do part I of N alone, or the one that the scheduler says: "
             "auto\n"
             "      --memory MB    use at most MB megabytes (or leave with status 3)\n"
             "  -q, --quiet        no summary, no progress\n"
             "      --release      refuse drafts, overdue leaflets and those without a reviewer\n"
             "      --strict       refuse leaflets with warnings too\n"
             "      --fail-on S    refuse them from severity S on: error, warning or note\n"
             "      --today DATE   what review dates are compared with (2026-11-23)\n"
             "      --rules FILE   check: as in clinic.yml, which it overrides\n"
             "      --no-sandbox   keep rights that building does not need\n");
    put_reports(out);
    buf_put_string(out,
                   "  -h, --help         this text\n"
                   "\n"
                   "Exit status: 0 done, 1 the content has errors (or, with --strict, warnings),\n"
                   "2 wrong usage, 3 the environment.\n"
                   "SOURCE_DATE_EPOCH dates leaflets that carry no date. NO_COLOR turns colours "
                   "off.\n");
}

static void put_to(struct buf *out)
{
    buf_put_string(out, "      --to FORMATS   ");
    texts_put_formats(out);
    buf_put_string(out, " (default: ");
    formats_put_names(out, formats_with(FORMAT_BY_DEFAULT), "", ",");
    buf_put_string(out, ")\n");
}

static void put_build_help(struct buf *out)
{
    buf_put_string(out, "leafset build [options] PATH...\n"
                        "\n"
                        "Builds each leaflet into ");
    formats_put_names(out, formats_with(FORMAT_BY_DEFAULT), "DIR/NAME.", " and ");
    buf_put_string(out, ".\n\n");
    put_path(out);
    buf_put_string(out,
                   "below it but README.md; the folders' shape is kept), or - for standard input.\n"
                   "\n"
                   "  -o, --output DIR   where to (default: out); - writes one format to standard "
                   "output\n");
    put_to(out);
    buf_put_string(out, "      --dpi N        dots an inch of png, which makes DIR/NAME-1.png for "
                        "page 1 (default: 96)\n"
                        "      --force        build also what is up to date\n"
                        "      --verify       read all files to know what is up to date, not only\n"
                        "                     those whose size or time is another\n"
                        "      --prune        remove what was built of leaflets that are gone\n"
                        "      --no-sync      do not wait until the files are on the disk\n"
                        "      --deps FILE    write what the leaflets were made of, for make and "
                        "Ninja\n"
                        "      --deps-format F  make (default) or json\n");
    put_batch_options(out);
}

static void put_check_help(struct buf *out)
{
    buf_put_string(out, "leafset check [options] PATH...\n"
                        "\n"
                        "Reports all that build would and what an editor would ask, and writes no "
                        "file.\n\n");
    put_path(out);
    buf_put_string(out, "below it but README.md), or - for standard input.\n"
                        "\n");
    put_to(out);
    buf_put_string(out,
                   "      --no-pages     ask the text alone, lay nothing out: a fraction of the "
                   "time\n"
                   "      --list         print every rule and who asks it\n"
                   "      --explain CODE print one rule at length\n"
                   "      --checklist    print what no program can judge\n");
    buf_put_string(out,
                   "      --baseline FILE        pass over what FILE knows, and tell what is new\n"
                   "      --write-baseline FILE  write all that is found to FILE\n"
                   "      --since REF    tell what stands on lines changed since the branch REF\n"
                   "      --fix          mend what needs no judgement; --fix=diff only shows it\n");
    put_batch_options(out);
}

static void put_watch_help(struct buf *out)
{
    buf_put_string(out,
                   "leafset watch [options] PATH...\n"
                   "\n"
                   "Builds as build does, then waits, and builds again what a change "
                   "touches: a leaflet that\n"
                   "is saved, its pictures, clinic.yml, fonts, leaflets that come and go. A "
                   "line tells each\n"
                   "build; what is wrong is told when it is new. Ctrl-C ends it (status 0).\n\n");
    put_path(out);
    buf_put_string(out,
                   "below it but README.md).\n"
                   "\n"
                   "  -o, --output DIR   where to (default: out)\n"
                   "      --to, --dpi, --from, --lang, --fit, -j, --memory, -q, --release, "
                   "--strict,\n"
                   "      --fail-on, --today, --rules, --prune, --no-sandbox   as for build\n");
}

static void put_deps_help(struct buf *out)
{
    buf_put_string(out, "leafset deps [options] PATH...\n"
                        "\n"
                        "Tells, for other programs, which files build would write and what it "
                        "would read for\n"
                        "them, as build --deps does, and writes no file.\n\n");
    put_path(out);
    buf_put_string(out, "below it but README.md).\n"
                        "\n"
                        "  -o, --output DIR   where build would write (default: out)\n"
                        "      --deps-format F  make (default) or json\n"
                        "      --to, --from, --lang, --fit, -j, --shard, --memory, --release, "
                        "--strict,\n"
                        "      --fail-on, --today, --rules, --no-sandbox   as for build\n");
}

static void put_status_help(struct buf *out)
{
    buf_put_string(out, "leafset status [options] PATH...\n"
                        "\n"
                        "Lists leaflets: reference, title, version, owner, dates, reading age and "
                        "what check\n"
                        "finds; overdue ones first, then by the days left.\n\n");
    put_path(out);
    buf_put_string(out,
                   "below it but README.md), or - for standard input.\n"
                   "\n"
                   "      --format FORM  text (default), json or csv\n"
                   "      --today DATE   the day from which days are counted (2026-11-23)\n"
                   "      --history FILE add this run to FILE (CSV); show what changed since the "
                   "last\n"
                   "      --from FORMAT, --lang TAG, -j, --memory, -q, --release, --rules,\n"
                   "      --no-sync, --no-sandbox   as for check\n"
                   "\n"
                   "Exit status: 0 done, 1 a leaflet is overdue, 2 wrong usage, 3 the "
                   "environment.\n"
                   "SOURCE_DATE_EPOCH says the day where --today does not.\n");
}

static void put_evidence_help(struct buf *out)
{
    buf_put_string(out, "leafset evidence [options] PATH...\n"
                        "\n"
                        "Tells of each criterion of Matterhorn (PDF/UA-1), WCAG 2.2 and EN 301 "
                        "549 whether it is\n"
                        "proved, does not apply, or a person must judge, and who has.\n\n");
    put_path(out);
    buf_put_string(out,
                   "below it but README.md), or - for standard input.\n"
                   "\n"
                   "      --format FORM  text (default), json or pdf\n"
                   "  -o, --output FILE  where to; - is standard output\n"
                   "      --today DATE   later judgements do not count (2026-11-23)\n"
                   "      --from FORMAT, --lang TAG, --fit N, -j, --memory, -q, --release, "
                   "--rules,\n"
                   "      --no-sync, --no-sandbox   as for check\n"
                   "\n"
                   "Exit status: 0 done, 1 a leaflet has errors, and nothing is claimed of it, "
                   "2 wrong\n"
                   "usage, 3 the environment.\n");
}

static const char merge_help[] =
    "leafset merge [options] DIR...\n"
    "\n"
    "Joins the folders that the shards of a build were written into (leafset build --shard): all\n"
    "files, what is known of them for the next build, and what was told, in the order of a build\n"
    "of all.\n"
    "\n"
    "  -o, --output DIR   where to (default: out)\n"
    "      --format FORM[=FILE]      how the run is told, as for build\n"
    "  -q, --quiet        only what is wrong, no summary\n"
    "      --no-sync, --no-sandbox   as for build\n"
    "\n"
    "Exit status: the worst of the shards'; 3 also where a folder or a file in it is not what a\n"
    "shard built.\n";

static void put_dump_help(struct buf *out)
{
    buf_put_string(out, "leafset dump tree|frames|pages|prose FILE\n"
                        "\n"
                        "Prints one phase's result as text: the document tree, the positioned "
                        "items of every page,\n"
                        "a line a page, or the sentences with their words and the reading "
                        "measures.\n"
                        "\n");
    put_from_and_lang(out);
    buf_put_string(out, "      --no-sandbox   keep rights that building does not need\n");
}

void texts_put_help(struct buf *out, const char *topic)
{
    if (topic && strcmp(topic, "build") == 0)
        put_build_help(out);
    else if (topic && strcmp(topic, "check") == 0)
        put_check_help(out);
    else if (topic && strcmp(topic, "watch") == 0)
        put_watch_help(out);
    else if (topic && strcmp(topic, "deps") == 0)
        put_deps_help(out);
    else if (topic && strcmp(topic, "status") == 0)
        put_status_help(out);
    else if (topic && strcmp(topic, "evidence") == 0)
        put_evidence_help(out);
    else if (topic && strcmp(topic, "merge") == 0)
        buf_put_string(out, merge_help);
    else if (topic && strcmp(topic, "dump") == 0)
        put_dump_help(out);
    else if (topic && strcmp(topic, "new") == 0)
        buf_put_string(out, new_help);
    else if (topic && strcmp(topic, "schema") == 0)
        buf_put_string(out, schema_help);
    else
        buf_put_string(out, overview);
}

const char texts_starter[] =
    "---\n"
    "# The facts about the leaflet. Lines that begin with # are comments.\n"
    "# The next one is for editors that check what you type: leafset schema >leaflet.schema.json\n"
    "# yaml-language-server: $schema=leaflet.schema.json\n"
    "title: The name of the treatment, and what it is for\n"
    "# subtitle: a line below the title\n"
    "summary: >-\n"
    "  Two or three short sentences: what this leaflet is about and its main message.\n"
    "lang: en-GB\n"
    "reference: XX-000        # your number for the leaflet\n"
    "version: 0.1\n"
    "status: draft            # final once it is approved; drafts carry a mark\n"
    "# published: 2026-01-31  # year-month-day\n"
    "# reviewed: 2026-01-31   # when it was last checked\n"
    "# next_review: 2029-01   # year-month is enough here\n"
    "# owner: the department that answers for it\n"
    "# authors: [who wrote it]\n"
    "# reviewers: [who checked it]\n"
    "# sources: [where the facts come from]\n"
    "# keywords: [words to find it by]\n"
    "# audience: whom it is for, such as adults or parents\n"
    "# online: https://www.example.org/leaflet   # printed as a QR code\n"
    "# judged: {by: the editor, on: 2026-01-31, criteria: [1.1.1]}   # see leafset evidence\n"
    "# What differs from the clinic's settings (clinic.yml):\n"
    "# contact: {phone: 01632 960 001, hours: weekdays 9am to 5pm}   # also email, web, address\n"
    "# page: a4               # or a3, a5, dl, letter, 148x210mm; landscape: yes turns it\n"
    "# fit: 2                 # as roomy as fits on two pages\n"
    "# site: https://www.example.org/   # where links that begin with / lead\n"
    "# site_pages: true       # and relative ones that lead to no file\n"
    "# print_links: inline    # web addresses on paper: inline, list (at the end) or none\n"
    "# pictures: original     # photographs as large as the camera made them\n"
    "# theme: {size: 16}      # points; the manual page has the other keys\n"
    "# languages: [ar, cy, pl]   # a panel: in which others it can be had\n"
    "# words: {contact: How to reach us}   # own wording of labels; the manual page lists them\n"
    "---\n"
    "\n"
    "> [!IMPORTANT] Main points\n"
    "> - The one thing a reader must remember.\n"
    "> - What to do, and when.\n"
    "\n"
    "## What is it?\n"
    "\n"
    "Write as you would speak to one person: short sentences, everyday words, \"you\" and \"we\".\n"
    "Leave an empty line between paragraphs.\n"
    "\n"
    "## How it may help\n"
    "\n"
    "- A list has a line for each point.\n"
    "- Six points are enough.\n"
    "\n"
    "## Risks\n"
    "\n"
    "> [!WARNING] Do not have this treatment if\n"
    "> - say who should not have it.\n"
    "\n"
    "Table: How often it happens\n"
    "\n"
    "| What can happen | How often      |\n"
    "|-----------------|----------------|\n"
    "| A side effect   | 1 in 10 people |\n"
    "\n"
    "## What else you can choose\n"
    "\n"
    "Name the other treatments, and what happens without treatment.[^1]\n"
    "\n"
    "[^1]: A footnote stands at the foot of the page.\n"
    "\n"
    "## How to prepare\n"
    "\n"
    "1. Steps are numbered.\n"
    "2. One action in each.\n";
