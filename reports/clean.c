/* Copy that may not steer a terminal. */
#include "sink.h"
#include "u8.h"

static bool steers(uint32_t point)
{
	return point < 0x20 || (point >= 0x7F && point < 0xA0) || (point >= 0x202A && point <= 0x202E) ||
	       (point >= 0x2066 && point <= 0x2069);
}

void wa_sink_write_clean(struct wa_sink *sink, struct wa_str text)
{
	const char *at = text.ptr, *end = text.ptr + text.len, *run = at;
	size_t n;
	if (!text.len)
		return;
	for (; at < end; at += n) {
		bool good = (n = u8_length(at, end)) != 0 && !steers(u8_point(at, n));
		if (good)
			continue;
		sink_bytes(sink, run, (size_t)(at - run));
		sink_literal(sink, U8_REPLACEMENT);
		n = n ? n : 1;
		run = at + n;
	}
	sink_bytes(sink, run, (size_t)(end - run));
}
