/* The made-up rules of rules.py by hand, without unknowns: one loop, selects and no branches, so that gcc makes vectors. */
#include <stdint.h>

#define MIN(a, b) ((a) < (b) ? (a) : (b))
#define IF(mask, a, b) (((a) & (mask)) | ((b) & ~(mask)))
#define DIVIDED(a, b) ((int32_t)((float)(a) / (float)(b))) /* exact below 2^24 */
#define MAX(a, b) ((a) > (b) ? (a) : (b))

static const int32_t shared[21] = SHARED;
static const int32_t cuts[7] = {0, 5, 10, 20, 30, 50, 100};

void kernel(
    int64_t start, int64_t stop,
    const uint8_t *restrict inrichting, const uint8_t *restrict schoolverlater, const uint8_t *restrict dringend,
    const uint8_t *restrict meewerkend, const uint8_t *restrict inlichtingen, const uint8_t *restrict beperking,
    const uint8_t *restrict kinderen, const uint8_t *restrict gewaarschuwd, const int8_t *restrict huishouden,
    const int8_t *restrict woonsituatie, const int8_t *restrict gedraging, const int8_t *restrict verwijtbaarheid,
    const int8_t *restrict kostendelers, const int8_t *restrict eerdere, const int16_t *restrict maanden,
    const int32_t *restrict geboren, const int32_t *restrict partner_geboren, const int32_t *restrict datum_gedraging,
    const int32_t *restrict datum_vorige, const int32_t *restrict inkomen, const int32_t *restrict vermogen,
    const int32_t *restrict woonkosten, const int32_t *restrict beslag, const int32_t *restrict schuld,
    NORM *restrict norm_out, int8_t *restrict verlaging_out, int8_t *restrict duur_out, WITHHELD *restrict inhouding_out)
{
#pragma omp parallel for simd schedule(static)
    for (int64_t i = start; i < stop; i++) {
        int32_t inside = -inrichting[i], leaver = -schoolverlater[i], urgent = -dringend[i], helpful = -meewerkend[i];
        int32_t silent = -inlichtingen[i], limited = -beperking[i], children = -kinderen[i], warned = -gewaarschuwd[i];
        int32_t household = huishouden[i], home = woonsituatie[i], deed = gedraging[i], blame = verwijtbaarheid[i];
        int32_t sharers = kostendelers[i], earlier = eerdere[i], months = maanden[i];
        int32_t born = geboren[i], partner = partner_geboren[i], day = datum_gedraging[i], last = datum_vorige[i];
        int32_t income = inkomen[i], wealth = vermogen[i], rent = woonkosten[i], seizure = beslag[i], debt = schuld[i];

        int32_t married = -(household == 2), parent = -(household == 1);
        int32_t young = -(born > AFTER_21), partner_young = -(partner > AFTER_21), below_27 = -(born > AFTER_27);
        int32_t pension = -(born <= PENSION) | (married & -(partner <= PENSION));
        int32_t shares = -(sharers >= 1) & ~young & ~inside & ~leaver;
        int32_t table = shared[sharers];

        int32_t norm = 140150;
        norm = IF(young, 34599, norm);
        norm = IF(young & parent, 34600, norm);
        norm = IF(married, 200214, norm);
        norm = IF(married & (young | partner_young), 134706, norm);
        norm = IF(married & (young | partner_young) & children, 174749, norm);
        norm = IF(married & young & partner_young, 69198, norm);
        norm = IF(married & young & partner_young & children, 109246, norm);
        norm = IF(shares, table, norm);
        norm = IF(shares & married, 2 * table, norm);
        norm = IF(pension, 156490, norm);
        norm = IF(pension & married, 211970, norm);
        norm = IF(inside, 46299, norm);
        norm = IF(inside & married, 72013, norm);

        int32_t without = -(home == 3) & ~shares & ~inside, student = leaver & below_27;
        int32_t lowered = student & 20021;
        lowered = IF(without, 40043, lowered);
        lowered = IF(without & student, 50054, lowered);
        int32_t costs = DIVIDED(rent, sharers + 1);
        int32_t raised = -(home == 0) & -(costs > 50000) & MIN(10000, costs - 50000);
        int32_t limit = IF(married | parent, 1515000, 757500);
        norm = MAX(0, norm - lowered) + raised;
        norm = -(wealth <= limit) & norm;

        int32_t free = limited & MIN(17290, income * 3 / 20);
        free = IF(parent & children, MIN(16951, income / 8), free);
        free = IF(-(months <= 5) & ~below_27, MIN(27300, income / 4), free);
        int32_t benefit = MAX(0, norm - (income - free));

        int32_t full = cuts[deed];
        int32_t again = -(earlier >= 1) & -(day >= last) & -(day - last <= 365);
        int32_t warning = -(deed == 1) & helpful & ~warned & -(earlier == 0);
        int32_t cut = IF(again, MIN(100, full * 2), full);
        cut = IF(-(blame == 1), cut / 2, cut);
        cut = IF(-(deed == 6) & -(norm > 150000), MAX(50, cut), cut);
        cut &= ~(-(deed == 0) | (silent & -(deed == 2)) | -(blame == 0) | -(day < DAY - 1095) | urgent | warning);
        int32_t none = -(cut == 0);

        int32_t duration = IF(-(deed == 5) & ~children, 2, 1);
        duration = IF(again, 2, duration);
        duration = IF(again & (-(earlier >= 3) | -(deed >= 6)), 3, duration);
        duration = ~none & duration;

        int32_t lost = (benefit * cut * 2 + 100) / 200;
        int32_t settled = none & MIN(debt, benefit / 10);
        int32_t seized = MIN(seizure, benefit / 20);
        int32_t floor = norm / 5;
        floor = IF(-(seizure > 0), norm * 95 / 100, floor);
        floor = IF(children, norm * 80 / 100, floor);
        floor = IF(inside, norm * 2 / 3, floor);
        int32_t room = MAX(0, benefit - floor);

        norm_out[i] = norm;
        verlaging_out[i] = cut;
        duur_out[i] = duration;
        inhouding_out[i] = MIN(lost + settled + seized, room);
    }
}
