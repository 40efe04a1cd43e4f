#include "report/rules_json.h"

#include "base/version.h"
#include "check/check.h"
#include "report/finding.h"
#include "report/json.h"

static const char *asked_name(unsigned traits)
{
    return traits & RULE_EDITOR ? "check" : traits & RULE_BUILD ? "build" : "both";
}

static void put_limit(struct json *json, const struct rule_limit *limit)
{
    if (!limit->name) {
        json_null(json, "limit");
        return;
    }
    json_open(json, "limit", '{');
    json_text(json, "key", limit->name);
    json_integer(json, "value", limit->value);
    json_text(json, "unit", limit->unit);
    json_close(json, '}');
}

static void put_rule(struct json *json, const struct rule *rule)
{
    json_open(json, NULL, '{');
    json_text(json, "code", diag_code_name(rule->code));
    json_text(json, "family", rule_family_name(rule->family));
    json_text(json, "severity", finding_severity_name(diag_code_severity(rule->code)));
    json_bool(json, "release", rule->traits & RULE_RELEASE);
    json_text(json, "asked", asked_name(rule->traits));
    json_bool(json, "english", rule->traits & RULE_IN_ENGLISH);
    json_text(json, "asks", rule->asks);
    json_text_or_null(json, "why", rule->why);
    json_text_or_null(json, "source", rule->source);
    put_limit(json, &rule->limit);
    json_text_or_null(json, "bad", rule->bad);
    json_text_or_null(json, "good", rule->good);
    json_close(json, '}');
}

void rules_put_json(struct buf *out)
{
    struct json json = {.out = out};
    json_open(&json, NULL, '{');
    json_number(&json, "version", RULES_VERSION);
    json_text(&json, "tool", "leafset " LEAFSET_VERSION);
    json_open(&json, "rules", '[');
    for (int family = 0; family < RULE_FAMILY_COUNT; family++)
        for (int code = 0; code < DIAG_CODE_COUNT; code++) {
            const struct rule *rule = rule_of(&check_table, (enum diag_code)code);
            if (rule->family == (enum rule_family)family)
                put_rule(&json, rule);
        }
    json_close(&json, ']');
    json_close(&json, '}');
}
