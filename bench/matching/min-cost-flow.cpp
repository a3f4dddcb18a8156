// Peer for the bench: LEMON's network simplex on the same circulation with its own lower bounds for the floors.
// Reads a binary instance (int32: nodes arcs, then from, to, lower, upper, cost), prints CPU ms of building the graph and of run() per
// repeat, and writes the total cost as int64.
#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>
using namespace lemon;
static double cpu() { timespec t; clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t); return t.tv_sec * 1e3 + t.tv_nsec / 1e6; }
int main(int argc, char** argv) {
  if (argc < 4) return 1;
  FILE* f = fopen(argv[1], "rb");
  if (!f) return 1;
  int32_t head[2];
  if (fread(head, 4, 2, f) != 2) return 2;
  const int n = head[0], m = head[1];
  std::vector<int32_t> d[5];
  for (auto& v : d) { v.resize(m); if (fread(v.data(), 4, m, f) != (size_t)m) return 2; }
  fclose(f);
  int64_t total = 0;
  for (int run = 0; run < atoi(argv[3]); run++) {
    const double t0 = cpu();
    SmartDigraph g;
    g.reserveNode(n);
    g.reserveArc(m);
    for (int i = 0; i < n; i++) g.addNode();
    SmartDigraph::ArcMap<int> lower(g), upper(g), cost(g);
    for (int e = 0; e < m; e++) {
      auto a = g.addArc(g.nodeFromId(d[0][e]), g.nodeFromId(d[1][e]));
      lower[a] = d[2][e]; upper[a] = d[3][e]; cost[a] = d[4][e];
    }
    const double t1 = cpu();
    NetworkSimplex<SmartDigraph, int, int> ns(g);
    ns.lowerMap(lower).upperMap(upper).costMap(cost);
    if (ns.run() != NetworkSimplex<SmartDigraph, int, int>::OPTIMAL) return 3;
    total = ns.totalCost<int64_t>();
    printf("%.3f %.3f\n", cpu() - t0, cpu() - t1);
  }
  FILE* o = fopen(argv[2], "wb");
  fwrite(&total, 8, 1, o);
  fclose(o);
}
