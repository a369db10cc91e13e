/* Builds the image of the built-in packs: pack-embed OUT.c PACK... Run by the build. */
#include "pack/compile.h"
#include "pack/image.h"

static int complain(const struct wa_error *error)
{
	(void)fprintf(stderr, "%s:%u:%u: %s\n", error->file, error->line, error->column, error->message);
	return 1;
}

/* All built-in packs are one layer: what stands in two of them is a mistake. */
static enum wa_status read_all(struct draft *draft, char *const *paths, struct wa_error *error)
{
	for (; *paths; paths++) {
		enum wa_status status = draft_read_pack(draft, *paths, error);
		if (status != WA_OK)
			return status;
	}
	return WA_OK;
}

static int write_out(const struct draft *draft, const char *path)
{
	FILE *out = fopen(path, "w");
	bool written = out && image_write(draft, out);
	if (out)
		written = fclose(out) == 0 && written;
	if (!written)
		perror(path);
	return !written;
}

static enum wa_status check(const struct draft *draft, struct arena *keep, struct wa_error *error)
{
	struct packs packs = {.arena = *keep};
	enum wa_status status = compile_packs(draft, &packs, error);
	*keep = packs.arena;
	return status;
}

int main(int argc, char **argv)
{
	struct arena keep;
	struct draft draft;
	struct wa_error error = {0};
	enum wa_status status;
	int code;
	if (argc < 3)
		return 2;
	arena_init(&keep);
	draft_init(&draft, &keep);
	status = read_all(&draft, argv + 2, &error);
	if (status == WA_OK)
		status = check(&draft, &keep, &error);
	code = status == WA_OK ? write_out(&draft, argv[1]) : complain(&error);
	draft_release(&draft);
	arena_release(&keep);
	return code;
}
