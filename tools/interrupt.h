// SIGINT and SIGTERM, for a run that wants to end in order and be continued later.
#pragma once

namespace mingzhang {

// From now on the first of these signals is remembered, and the second one ends the program.
void CatchInterrupts();

// The signal that came; 0 while none has.
int Interrupted();

// Waits until `fd` can be read. False when a signal came instead, even one that came just before.
bool AwaitInput(int fd);

}  // namespace mingzhang
