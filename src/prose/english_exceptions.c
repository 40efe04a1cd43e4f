#include "prose/english_exceptions.h"

#include <string.h>

/* The longest word below. */
#define LONGEST 16u

/* By first letter: words with their syllables, a space around each. */
static const char *const exceptions[26] = {
    ['a' - 'a'] = " aches1 acne2 acquire3 acquired3 area3 areas3 aspirin2 ",
    ['b' - 'a'] = " barefoot2 baseline2 beforehand3 behavior3 behavioral4 "
                  "behaviors3 behaviour3 behavioural4 behaviours3 beverage3 "
                  "beverages3 billion2 bracelet2 bracelets2 breastfed2 business2 ",
    ['c' - 'a'] = " cafe2 caregiver3 caregivers3 carrier3 carriers3 centre2 "
                  "centres2 cereal3 cereals3 chocolate2 circumference3 colleague2 "
                  "colleagues2 companion3 complementary4 convenience3 convenient3 "
                  "coordinate4 coordinated5 coordination5 cushion2 cushions2 ",
    ['d' - 'a'] = " dementia4 desire3 destroyed2 diabetes4 diamond3 dye1 dyes1 ",
    ['e' - 'a'] = " element3 elements3 elsewhere2 entire3 evening2 everybody4 "
                  "everyday3 everyone3 everything3 everywhere3 eye1 eyebrow2 "
                  "eyebrows2 eyed1 eyelashes3 eyelid2 eyelids2 eyes1 eyesight2 ",
    ['f' - 'a'] = " familiar3 fatigue2 fatigued2 fibre2 fibres2 fluid2 fluids2 "
                  "fluorescent3 fluoride2 forehead2 friend1 friendly2 friends1 "
                  "friendship2 ",
    ['g' - 'a'] = " gastrointestinal6 genuine3 giant2 grapefruit2 guideline2 "
                  "guidelines2 guinea2 ",
    ['h' - 'a'] = " headache2 headaches2 heroin3 herpes2 homework2 hospital3 "
                  "household2 housework2 hundred2 hyoscine3 ",
    ['i' - 'a'] = " idea3 ideas3 italian3 ",
    ['j' - 'a'] = " january4 junior3 ",
    ['k' - 'a'] = " kneecap2 ",
    ['l' - 'a'] = " laboratories4 laboratory4 lifelong2 lifespan2 lifestyle2 "
                  "lifestyles2 lifetime2 likelihood3 linear3 ",
    ['m' - 'a'] = " marriage2 maybe2 meanwhile2 microorganisms6 million2 millions2 "
                  "miscarriage3 ",
    ['n' - 'a'] = " naked2 nausea3 nauseous2 notebook2 nuclear3 ",
    ['o' - 'a'] = " onion2 onions2 opinion3 opinions3 osteoarthritis6 ",
    ['p' - 'a'] = " pacemaker3 pacemakers3 pancreas3 people2 peoples2 permanent3 "
                  "pituitary5 plaque1 plaques1 platelet2 platelets2 pneumonia3 ",
    ['q' - 'a'] = " queue1 queues1 quiet2 ",
    ['r' - 'a'] = " radioactive5 react2 reacted3 reaction3 reactions3 reactive3 "
                  "reacts2 realise3 realistic4 reality4 realize3 reapply3 recipe3 "
                  "recipes3 reinforce3 retire3 retirement4 reuse2 rheumatic3 "
                  "rheumatoid3 ",
    ['s' - 'a'] = " safety2 science2 sciences2 scientific4 sesame3 someday2 "
                  "somebody3 somehow2 someone2 something2 sometimes2 somewhat2 somewhere2 "
                  "suicidal4 suicide3 ",
    ['t' - 'a'] = " tablespoon3 technique2 techniques2 thereby2 therefore2 tire2 "
                  "tired2 toenail2 toenails2 tongue1 transient2 ",
    ['u' - 'a'] = " union2 unique2 usefulness3 ",
    ['v' - 'a'] = " vague1 vegetable3 vegetables3 visually3 ",
    ['w' - 'a'] = " wellbeing3 widespread2 wildfire3 ",
};

int english_exception(const char *word, size_t len)
{
    if (len == 0 || len > LONGEST || word[0] < 'a' || word[0] > 'z')
        return 0;
    const char *list = exceptions[word[0] - 'a'];
    if (!list)
        return 0;
    char padded[LONGEST + 2] = " ";
    memcpy(padded + 1, word, len);
    padded[len + 1] = '\0';
    for (const char *at = list; (at = strstr(at, padded)); at++)
        if (at[len + 1] >= '1' && at[len + 1] <= '9')
            return at[len + 1] - '0';
    return 0;
}
