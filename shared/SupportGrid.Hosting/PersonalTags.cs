using System.Diagnostics;
using OpenTelemetry;

namespace SupportGrid.Hosting;

/// <summary>
/// Takes off spans what may name people: keys of actors have customers' ids in them, and texts of exceptions whatever
/// somebody wrote.
/// </summary>
internal sealed class PersonalTags : BaseProcessor<Activity>
{
    private static readonly string[] Keys =
    [
        "exception.message",
        "exception.stacktrace",
        "orleans.grain.id",
        "orleans.rpc.source_id",
        "orleans.rpc.target_id",
        "url.query",
    ];

    public override void OnEnd(Activity data)
    {
        foreach (var key in Keys)
        {
            data.SetTag(key, null);
        }
    }
}
