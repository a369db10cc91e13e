/* Ctrl-C and a polite kill: a first one asks to stop, a second one stops at once. */
#ifndef CLI_INTERRUPT_H
#define CLI_INTERRUPT_H

/* From now on SIGINT, SIGTERM and SIGHUP only ask. */
void interrupt_catch(void);
/* The signal that asked to stop, 0 when none did. */
int interrupt_asked(void);

#endif
