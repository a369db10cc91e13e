/* replay FILE...: gives each file to a fuzz target once, so that seeds and old crashes run as ordinary tests. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

int main(int argc, char **argv)
{
	static uint8_t bytes[1 << 20];
	for (int i = 1; i < argc; i++) {
		FILE *file = fopen(argv[i], "rb");
		if (!file) {
			perror(argv[i]);
			return 1;
		}
		size_t size = fread(bytes, 1, sizeof bytes, file);
		fclose(file);
		/* The exact size, so that a read past the end is seen. */
		uint8_t *copy = malloc(size ? size : 1);
		for (size_t at = 0; copy && at < size; at++)
			copy[at] = bytes[at];
		if (copy)
			LLVMFuzzerTestOneInput(copy, size);
		free(copy);
	}
	printf("%d files\n", argc - 1);
	return argc < 2;
}
