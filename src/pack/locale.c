#include "pack/locale.h"

#include <string.h>

/* ISO 639 codes. */
static const char comma_languages[][3] = {"es", "fr", "de", "it", "pt", "nl", "da", "sv", "nb", "no", "fi", "pl", "cs", "sk", "ru",
	"uk", "tr", "el", "hu", "ro", "bg", "sr", "hr", "sl", "id"};

bool locale_decimal_comma(struct wa_str lang)
{
	for (size_t i = 0; lang.len >= 2 && i < sizeof comma_languages / sizeof *comma_languages; i++)
		if (memcmp(lang.ptr, comma_languages[i], 2) == 0 && (lang.len == 2 || lang.ptr[2] == '-' || lang.ptr[2] == '_'))
			return true;
	return false;
}

static const struct {
	unsigned number;
	const char *code;
} currencies[] = {
	{32, "ARS"},
	{36, "AUD"},
	{124, "CAD"},
	{156, "CNY"},
	{208, "DKK"},
	{344, "HKD"},
	{352, "ISK"},
	{356, "INR"},
	{376, "ILS"},
	{392, "JPY"},
	{410, "KRW"},
	{458, "MYR"},
	{484, "MXN"},
	{554, "NZD"},
	{578, "NOK"},
	{586, "PKR"},
	{608, "PHP"},
	{643, "RUB"},
	{682, "SAR"},
	{702, "SGD"},
	{710, "ZAR"},
	{752, "SEK"},
	{756, "CHF"},
	{764, "THB"},
	{826, "GBP"},
	{840, "USD"},
	{949, "TRY"},
	{978, "EUR"},
	{985, "PLN"},
	{986, "BRL"},
};

const char *locale_currency(unsigned number)
{
	for (size_t i = 0; i < sizeof currencies / sizeof *currencies; i++)
		if (currencies[i].number == number)
			return currencies[i].code;
	return "XXX";
}
