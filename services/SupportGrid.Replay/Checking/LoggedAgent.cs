using System.Text.Json;

namespace SupportGrid.Replay.Checking;

/// <summary>What the log says of one agent: offers in hand and work at every prefix of the stream.</summary>
internal sealed class LoggedAgent(string id)
{
    private readonly Dictionary<string, string> _offers = [];
    private readonly Dictionary<string, string> _work = [];
    private readonly List<string> _problems = [];
    private LoggedCapacity _capacity = LoggedCapacity.None;

    /// <summary>In units, interrupted items counted too.</summary>
    public int MostCarried { get; private set; }

    public IEnumerable<string> Problems => _problems.Select(p => $"{id} {p}.");

    public void Apply(LoggedEvent e)
    {
        switch (e.Type)
        {
            case "ProfileAdopted":
                // What is in hand by then stays, also where the new capacity is smaller; what comes must fit.
                _capacity = LoggedCapacity.Of(e.Data.GetProperty("profile").GetProperty("capacity"));
                break;
            case "OfferTaken":
                Add(_offers, e.Data.GetProperty("offer"), isNew: true);
                break;
            case "OfferPutDown":
                _offers.Remove(e.Text("offer"));
                break;
            case "WorkStarted":
                // Who accepts an offer in hand takes on nothing more than before.
                var item = e.Data.GetProperty("item");
                var wasInHand = _offers.Remove(item.GetProperty("offer").GetString()!);
                Add(_work, item, isNew: !wasInHand);
                break;
            case "WorkFinished":
                _work.Remove(e.Text("offer"));
                break;
            case "AgentSignedOut":
                Note(_offers.Count > 0, "signed out with offers in hand");
                Note(_work.Count > 0, "signed out with work in hand");
                break;
            default:
                break;
        }
    }

    private void Add(Dictionary<string, string> items, JsonElement item, bool isNew)
    {
        var key = item.GetProperty("offer").GetString()!;
        var channel = item.GetProperty("channel").GetString()!;
        var carried = _offers.Values.Concat(_work.Values).ToArray();
        Note(isNew && !_capacity.Fits(channel, carried), $"took {key} ({channel}) beyond its capacity beside {Told(carried)}");
        Note(!items.TryAdd(key, channel), $"took {key} twice");
        MostCarried = Math.Max(MostCarried, _capacity.UnitsOf(_offers.Values.Concat(_work.Values)));
    }

    private static string Told(string[] carried) => carried.Length == 0 ? "nothing" : string.Join(", ", carried);

    private void Note(bool wrong, string problem)
    {
        if (wrong)
        {
            _problems.Add(problem);
        }
    }
}
