/*
 * peak PROGRAM ARGUMENT...: runs it with its output thrown away and prints seconds, seconds of processor, peak KiB and
 * exit status. A process inherits the peak of the one that started it, so a script cannot measure a small program
 * itself. What takes longer than LONGEST is stopped (status 128).
 */
#include <fcntl.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define LONGEST 60 /* seconds of processor */

static double seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

static double now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

int main(int argc, char **argv)
{
	struct rusage usage;
	int status;
	double start = now();
	pid_t child = argc > 1 ? fork() : -1;
	if (child == 0) {
		const struct rlimit limit = {LONGEST, LONGEST};
		int null = open("/dev/null", O_WRONLY);
		setrlimit(RLIMIT_CPU, &limit);
		dup2(null, 1);
		dup2(null, 2);
		execvp(argv[1], argv + 1);
		_exit(127);
	}
	if (child < 0 || wait4(child, &status, 0, &usage) < 0)
		return 1;
	printf("%f %f %ld %d\n", now() - start, seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss,
		WIFEXITED(status) ? WEXITSTATUS(status) : 128);
	return 0;
}
