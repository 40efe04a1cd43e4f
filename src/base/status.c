#include "base/status.h"

enum status status_worse(enum status a, enum status b)
{
    return a > b ? a : b;
}
