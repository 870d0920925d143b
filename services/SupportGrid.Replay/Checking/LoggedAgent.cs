using System.Text.Json;

namespace SupportGrid.Replay.Checking;

/// <summary>What the log says of one agent: the weight of offers in hand and work at every prefix of the stream.</summary>
internal sealed class LoggedAgent(string id)
{
    private readonly Dictionary<string, int> _costs = [];
    private readonly Dictionary<string, string> _offers = [];
    private readonly Dictionary<string, string> _work = [];
    private readonly List<string> _problems = [];
    private int _units;

    public int MostCarried { get; private set; }

    public IEnumerable<string> Problems => _problems.Select(p => $"{id} {p}.");

    public void Apply(LoggedEvent e)
    {
        switch (e.Type)
        {
            case "ProfileAdopted":
                ReadCapacity(e.Data.GetProperty("profile").GetProperty("capacity"));
                break;
            case "OfferTaken":
                var offer = e.Data.GetProperty("offer");
                Add(_offers, offer);
                break;
            case "OfferPutDown":
                _offers.Remove(e.Text("offer"));
                break;
            case "WorkStarted":
                var item = e.Data.GetProperty("item");
                _offers.Remove(item.GetProperty("offer").GetString()!);
                Add(_work, item);
                break;
            case "WorkFinished":
                _work.Remove(e.Text("offer"));
                break;
            case "AgentSignedOut":
                Note(_offers.Count > 0, "signed out with offers in hand");
                break;
            default:
                break;
        }
    }

    private void Add(Dictionary<string, string> items, JsonElement item)
    {
        var key = item.GetProperty("offer").GetString()!;
        Note(!items.TryAdd(key, item.GetProperty("channel").GetString()!), $"took {key} twice");
        var carried = _offers.Values.Concat(_work.Values).Sum(channel => _costs.GetValueOrDefault(channel, int.MaxValue / 1000));
        MostCarried = Math.Max(MostCarried, carried);
        Note(carried > _units, $"carried {carried} of {_units} units with {key}");
    }

    private void ReadCapacity(JsonElement capacity)
    {
        _units = capacity.GetProperty("units").GetInt32();
        _costs.Clear();
        foreach (var channel in capacity.GetProperty("channels").EnumerateObject())
        {
            _costs[channel.Name] = channel.Value.GetProperty("cost").GetInt32();
        }
    }

    private void Note(bool wrong, string problem)
    {
        if (wrong)
        {
            _problems.Add(problem);
        }
    }
}
