#include "cli/workflows.h"

#include <stddef.h>
#include <string.h>

#define NOTE                                                                                       \
    "# The leaflets lie in content/ here: for another folder change that word below. What old "    \
    "ones\n"                                                                                       \
    "# fail by may wait: leafset check --write-baseline known.findings content, commit that "      \
    "file,\n"                                                                                      \
    "# and add --baseline known.findings to the check.\n"

static const char github[] =
    "# .github/workflows/leaflets.yml: written by `leafset new --workflow github`.\n" NOTE
    "name: leaflets\n"
    "on:\n"
    "  push:\n"
    "    branches: [main]\n"
    "  pull_request:\n"
    "permissions:\n"
    "  contents: read\n"
    "  security-events: write # for the list of alerts\n"
    "jobs:\n"
    "  leaflets:\n"
    "    runs-on: ubuntu-latest\n"
    "    container: debian:13\n"
    "    steps:\n"
    "      - uses: actions/checkout@v4\n"
    "      # Put here what installs leafset.\n"
    "      - name: Check\n"
    "        run: leafset check --format github --format sarif=leaflets.sarif content\n"
    "      - name: List as alerts\n"
    "        if: ${{ !cancelled() && hashFiles('leaflets.sarif') != '' }}\n"
    "        uses: github/codeql-action/upload-sarif@v3\n"
    "        with:\n"
    "          sarif_file: leaflets.sarif\n"
    "      - name: Build\n"
    "        run: leafset build -o public content\n"
    "      - name: Publish as an artifact\n"
    "        uses: actions/upload-artifact@v4\n"
    "        with:\n"
    "          name: leaflets\n"
    "          path: public\n";

static const char gitlab[] =
    "# .gitlab-ci.yml: written by `leafset new --workflow gitlab`.\n" NOTE "leaflets:\n"
    "  image: debian:13\n"
    "  rules:\n"
    "    - if: $CI_PIPELINE_SOURCE == \"merge_request_event\"\n"
    "    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH\n"
    "  script:\n"
    "    # Put here what installs leafset.\n"
    "    - leafset check --format gitlab=quality.json --format junit=leaflets.xml content\n"
    "    - leafset build -o public content\n"
    "  artifacts:\n"
    "    when: always\n"
    "    paths:\n"
    "      - public\n"
    "    reports:\n"
    "      codequality: quality.json\n"
    "      junit: leaflets.xml\n";

static const struct workflow table[] = {{"github", github}, {"gitlab", gitlab}};

const struct workflow *workflows_find(const char *name)
{
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (strcmp(name, table[i].name) == 0)
            return &table[i];
    return NULL;
}
