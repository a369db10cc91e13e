/* File systems a database is refused on. */
#include "store/filesystem.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void types(void **state)
{
	static const struct {
		uint32_t type;
		const char *name;
	} rows[] = {
		{0x6969, "NFS"}, {0xFF534D42, "CIFS"}, {0xFE534D42, "SMB"}, {0x01021997, "9P"}, {0xEF53, NULL}, /* ext4 */
		{0x01021994, NULL},                                                                             /* tmpfs */
		{0x9123683E, NULL},                                                                             /* btrfs */
		{0x58465342, NULL},                                                                             /* XFS */
		{0x794C7630, NULL},                                                                             /* overlay */
	};
	(void)state;
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const char *name = filesystem_network_type(rows[i].type);
		if (rows[i].name)
			assert_string_equal(name, rows[i].name);
		else
			assert_null(name);
	}
}

/* A database that does not exist yet is judged by its folder; /proc stands for a local file system with folders. */
static void places(void **state)
{
	(void)state;
	assert_null(filesystem_network("/proc/self/status"));
	assert_null(filesystem_network("/proc/no-such-file"));
	assert_null(filesystem_network("/no-such-file"));
	assert_null(filesystem_network("no-such-file"));
	assert_null(filesystem_network("/no/such/folder/file"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(types),
		cmocka_unit_test(places),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
