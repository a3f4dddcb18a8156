// Peer for the bench: the same deferred acceptance as lib/core/matching/allocation/stable, in C++.
// Reads a binary instance (int32: P R E F, listStart, list, prefStart, pref, cap), prints CPU ms per repeat (ranks + solve),
// then writes the matching (entry of `list` of each proposer or -1) as int32.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>
using std::vector;
static double cpu() { timespec t; clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t); return t.tv_sec * 1e3 + t.tv_nsec / 1e6; }
static vector<int32_t> take(FILE* f, size_t n) {
  vector<int32_t> v(n);
  if (n && fread(v.data(), 4, n, f) != n) exit(2);
  return v;
}
static inline int placeOf(const int32_t* start, const int32_t* at, const int32_t* prefStart, int p, int r) {
  const int end = prefStart[r + 1];
  int k = start[p], n = start[p + 1] - k;
  if (n == 0) return -1;
  while (n > 1) { const int half = n >> 1; k += at[k + half] < end ? half : 0; n -= half; }
  const int a = at[k];
  return a < end && a >= prefStart[r] ? a : -1;
}
int main(int argc, char** argv) {
  if (argc < 4) return 1;
  FILE* f = fopen(argv[1], "rb");
  if (!f) return 1;
  auto head = take(f, 4);
  const int P = head[0], R = head[1], E = head[2], F = head[3];
  const auto listStart = take(f, P + 1), list = take(f, E), prefStart = take(f, R + 1), pref = take(f, F), cap = take(f, R);
  fclose(f);
  vector<int32_t> match, start, at, open, worst;
  vector<uint8_t> held;
  for (int run = 0; run < atoi(argv[3]); run++) {
    const double t0 = cpu();
    start.assign(P + 2, 0);
    at.assign(F, 0);
    for (int a = 0; a < F; a++) start[pref[a] + 2]++;
    for (int p = 2; p < P + 2; p++) start[p] += start[p - 1];
    for (int a = 0; a < F; a++) at[start[pref[a] + 1]++] = a;
    open = cap;
    worst.assign(R, -1);
    held.assign(F, 0);
    match.assign(P, -1);
    for (int first = 0; first < P; first++) {
      int p = first, e = listStart[p], last = listStart[p + 1];
      while (e < last) {
        const int r = list[e], a = placeOf(start.data(), at.data(), prefStart.data(), p, r);
        e++;
        if (a < 0) continue;
        const int w = worst[r];
        if (open[r] > 0) {
          held[a] = 1; open[r]--; if (a > w) worst[r] = a;
          match[p] = e - 1;
          break;
        }
        if (a > w) continue;
        held[a] = 1; match[p] = e - 1;
        int up = w - 1;
        while (!held[up]) up--;
        worst[r] = up; held[w] = 0;
        p = pref[w]; e = match[p] + 1; match[p] = -1; last = listStart[p + 1];
      }
    }
    printf("%.3f\n", cpu() - t0);
  }
  FILE* o = fopen(argv[2], "wb");
  fwrite(match.data(), 4, match.size(), o);
  fclose(o);
}
