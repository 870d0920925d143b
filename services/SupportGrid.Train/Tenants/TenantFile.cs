using System.Collections.Immutable;
using System.Text.Json;
using SupportGrid.Empathy.Conversations;
using SupportGrid.Empathy.Models;
using SupportGrid.Train.Data;

namespace SupportGrid.Train.Tenants;

/// <summary>
/// A tenant's own conversations, one JSON object a line, with what people said about turns: labels that hold, and
/// labels that were shown and disputed. The form is that of conversation files with two more properties; see
/// shared/docs/empathy.md.
/// </summary>
public static class TenantFile
{
    /// <summary>The labelled turns of one task and language; others are read past.</summary>
    public static LabelledSet Read(IEnumerable<string> paths, TenantTask task, string language)
    {
        var examples = ImmutableArray.CreateBuilder<Example>();
        var cues = task.CuesFor(language);
        foreach (var path in paths)
        {
            JsonLines.Read(path, (conversation, line) =>
            {
                if (conversation.Text("language") is { Length: > 0 } spoken && spoken != language)
                {
                    return;
                }

                Add(conversation, task, cues, examples, $"{path}, line {line}");
            });
        }

        return new LabelledSet($"{task.Name}-{language}", task.Decision, task.Labels, cues, examples.ToImmutable());
    }

    private static void Add(
        JsonElement conversation, TenantTask task, ImmutableArray<string> cues, ImmutableArray<Example>.Builder examples, string place)
    {
        var memory = new ConversationMemory();
        foreach (var turn in conversation.GetProperty("turns").EnumerateArray())
        {
            var text = turn.Text("text");
            var isAgent = turn.Text("from") switch
            {
                "agent" => true,
                "customer" => false,
                _ => throw new DataException($"{place}: from is customer or agent."),
            };
            if (isAgent == task.IsAgents && LabelsOf(turn, task, place) is { } labels)
            {
                var dense = new float[cues.Length];
                DenseCues.Fill(cues.AsSpan(), text, memory, memory.OverlapsOf(text), dense);
                examples.Add(new Example(conversation.Text("id"), text, labels)
                {
                    PreviousOther = isAgent ? memory.PreviousCustomer : memory.PreviousAgent,
                    PreviousOwn = isAgent ? memory.PreviousAgent : memory.PreviousCustomer,
                    OneBefore = isAgent ? memory.AgentOneBefore : memory.CustomerOneBefore,
                    Dense = dense,
                });
            }

            if (isAgent)
            {
                memory.AgentSaid(text);
            }
            else
            {
                memory.CustomerSaid(text);
            }
        }
    }

    /// <summary>
    /// Null for a turn that nobody judged for this task. A turn whose only judgement is a rejected label counts as
    /// having none, which is what the person who disputed the cue said as far as this task goes.
    /// </summary>
    private static ImmutableArray<int>? LabelsOf(JsonElement turn, TenantTask task, string place)
    {
        var holds = Named(turn, "labels", task, place);
        var rejected = Named(turn, "rejected", task, place);
        if (holds is null && rejected is null)
        {
            return null;
        }

        var labels = (holds ?? []).Except(rejected ?? []).Order().ToImmutableArray();
        if (labels.IsEmpty && task.None is { } none)
        {
            labels = [task.Labels.IndexOf(none)];
        }

        return task.Decision == DecisionKind.OneLabel && labels.Length != 1
            ? throw new DataException($"{place}: a turn has one label of {task.Name}.")
            : labels;
    }

    private static List<int>? Named(JsonElement turn, string property, TenantTask task, string place)
    {
        if (!turn.TryGetProperty(property, out var byTask) || !byTask.TryGetProperty(task.Name, out var named))
        {
            return null;
        }

        var names = named.ValueKind == JsonValueKind.Array
            ? named.EnumerateArray().Select(static n => n.GetString() ?? "")
            : [named.GetString() ?? ""];
        return
        [
            .. names.Select(n => task.Labels.IndexOf(n) is >= 0 and var label
                ? label
                : throw new DataException($"{place}: {task.Name} is one of {string.Join(", ", task.Labels)}.")),
        ];
    }
}
