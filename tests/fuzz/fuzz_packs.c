/* Any bytes as a YAML pack, as a configuration and as a table: packs or a mistake with its place. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "pack/compile.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

typedef enum wa_status reader(struct draft *draft, const char *path, struct wa_error *error);

static void read_as(reader *read, const char *path)
{
	struct packs *packs = calloc(1, sizeof *packs);
	struct draft draft;
	struct wa_error error = {0};
	enum wa_status status;
	if (!packs)
		return;
	arena_init(&packs->arena);
	draft_init(&draft, &packs->arena);
	status = read(&draft, path, &error);
	if (status == WA_OK)
		status = compile_packs(&draft, packs, &error);
	if (status != WA_OK && !error.message[0])
		abort();
	draft_release(&draft);
	packs_free(packs);
}

static void write_file(const char *path, const uint8_t *bytes, size_t size)
{
	FILE *out = fopen(path, "wb");
	if (!out || fwrite(bytes, 1, size, out) != size || fclose(out) != 0)
		abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	char yaml[64], tsv[64];
	(void)snprintf(yaml, sizeof yaml, "/tmp/wa-fuzz-%ld.yaml", (long)getpid());
	(void)snprintf(tsv, sizeof tsv, "/tmp/wa-fuzz-%ld.tsv", (long)getpid());
	write_file(yaml, bytes, size);
	read_as(draft_read_pack, yaml);
	read_as(draft_read_config, yaml);
	if (rename(yaml, tsv) != 0)
		abort();
	read_as(draft_read_pack, tsv);
	(void)unlink(tsv);
	return 0;
}
