using System.Globalization;
using System.Text;
using SupportGrid.Substitutes.Orleans.Engine;

namespace SupportGrid.Substitutes.Orleans.Simulation.Internal;

/// <summary>Says in plain words where a simulation stands.</summary>
internal static class SimulationReport
{
    internal static string Write(
        string headline,
        ulong seed,
        SimulatedTime time,
        SimulationTrace trace,
        GrainEngine? engine,
        IReadOnlyList<string> unfinishedActors)
    {
        var report = new StringBuilder(headline).AppendLine();
        var line = CultureInfo.InvariantCulture;
        report.AppendLine(line, $"Seed {seed}, virtual time {time.Elapsed:c}, turn {trace.Turns}, trace {trace.Hash}.");
        report.AppendLine(engine is null ? "The process is down." : "The process is up.");
        if (unfinishedActors.Count != 0)
        {
            report.AppendLine(line, $"Not finished: {string.Join(", ", unfinishedActors)}.");
        }

        foreach (var activation in engine?.Directory.All() ?? [])
        {
            var (running, waiting) = activation.Snapshot();
            foreach (var item in running)
            {
                report.AppendLine(line, $"Running: {item.Description}");
            }

            foreach (var item in waiting)
            {
                report.AppendLine(line, $"Waiting: {item.Description}");
            }
        }

        report.AppendLine("Last turns:");
        trace.WriteTo(report);
        return report.ToString();
    }
}
