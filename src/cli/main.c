#include "wireaudit/engine.h"

int main(void)
{
	return 2;
}
