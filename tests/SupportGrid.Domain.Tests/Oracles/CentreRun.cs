using SupportGrid.Domain.Routing;

namespace SupportGrid.Domain.Tests.Oracles;

/// <summary>
/// Drives the real matcher in virtual time: Poisson arrivals, exponential service and patience, all drawn from one
/// seed. An offer is accepted at once. Contacts are counted by arrival, after the warm-up, and followed to the end.
/// </summary>
internal sealed class CentreRun
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private readonly Centre _centre;
    private readonly Matcher _matcher = new();
    private readonly Random _dice;
    private readonly PriorityQueue<Happening, (double At, long Number)> _agenda = new();
    private readonly Dictionary<string, Contact> _waiting = [];
    private readonly Dictionary<string, Desk> _desks;
    private readonly int _warmup;
    private readonly int _contacts;
    private readonly double _arrivalsPerSecond;
    private long _number;
    private int _arrivals;
    private double _now;

    public CentreRun(Centre centre, int warmup, int contacts, int seed)
    {
        (_centre, _warmup, _contacts, _dice) = (centre, warmup, contacts, new Random(seed));
        _arrivalsPerSecond = centre.Classes.Sum(c => c.PerHour) / 3_600;
        _desks = centre.Servers.ToDictionary(s => s.Agent.Agent, s => new Desk(s, s.Agent with { IdleSince = Start }));
        centre.Policies.ToList().ForEach(policy => _matcher.SetPolicy(policy));
        _desks.Values.ToList().ForEach(desk => _matcher.PutAgent(desk.Seen));
    }

    public List<Contact> Contacts { get; } = [];

    public IEnumerable<Desk> Desks => _desks.Values;

    /// <summary>Length of the counted time in seconds.</summary>
    public double Length { get; private set; }

    public void Go()
    {
        Schedule(Exponential(1 / _arrivalsPerSecond), new Happening(HappeningKind.Arrival, null, null));
        var counting = double.MaxValue;
        while (_agenda.TryDequeue(out var happening, out var due))
        {
            _now = due.At;
            switch (happening.Kind)
            {
                case HappeningKind.Arrival when _arrivals == _warmup + _contacts:
                    Length = _now - counting;
                    _desks.Values.ToList().ForEach(desk => desk.StopCounting(_now));
                    break;
                case HappeningKind.Arrival:
                    counting = _arrivals == _warmup ? StartCounting() : counting;
                    Arrive();
                    break;
                case HappeningKind.Leaving when _waiting.Remove(happening.Contact!.Id):
                    happening.Contact.Leave(_now);
                    _matcher.RemoveWaiting(happening.Contact.Id, 2);
                    break;
                case HappeningKind.Leaving:
                    break;
                default:
                    Finish(happening.Desk!);
                    break;
            }
        }
    }

    private double StartCounting()
    {
        _desks.Values.ToList().ForEach(desk => desk.StartCounting(_now));
        return _now;
    }

    private void Arrive()
    {
        Schedule(Exponential(1 / _arrivalsPerSecond), new Happening(HappeningKind.Arrival, null, null));
        var kind = PickClass();
        var contact = new Contact($"c{_arrivals}", kind, _now);
        if (_arrivals++ >= _warmup)
        {
            Contacts.Add(contact);
        }

        _waiting.Add(contact.Id, contact);
        _matcher.PutWaiting(new(
            contact.Id, 1, kind.Queue, Channel.Voice, Instant, kind.Priority, [.. kind.Skills], null, null, null, null, []));
        Drive();
        if (_waiting.ContainsKey(contact.Id))
        {
            Wait(contact);
        }
    }

    private void Wait(Contact contact)
    {
        contact.MustWait = true;
        var blocked = _waiting.Count > _centre.QueuePlaces;
        var balks = contact.Class.Balking > 0 && _dice.NextDouble() < contact.Class.Balking;
        if (blocked || balks)
        {
            _waiting.Remove(contact.Id);
            _matcher.RemoveWaiting(contact.Id, 2);
            contact.TurnAway(_now, blocked);
        }
        else if (contact.Class.MeanPatience > 0)
        {
            Schedule(Exponential(contact.Class.MeanPatience), new Happening(HappeningKind.Leaving, contact, null));
        }
    }

    private void Drive()
    {
        foreach (var decision in _matcher.Drive(Instant, () => $"o{_number++}"))
        {
            Assert.True(_waiting.Remove(decision.Interaction, out var contact), $"{decision.Interaction} waits");
            contact.Connect(_now);
            var desk = _desks[decision.Agent];
            desk.Take(_now);
            _matcher.RemoveWaiting(contact.Id, 2);
            See(desk, [new CarriedItem(contact.Id, decision.Offer, Channel.Voice)]);
            var mean = desk.Server.MeanService > 0 ? desk.Server.MeanService : contact.Class.MeanService;
            Schedule(Exponential(mean), new Happening(HappeningKind.Finish, null, desk));
        }
    }

    private void Finish(Desk desk)
    {
        desk.Finish(_now);
        See(desk, []);
        Drive();
    }

    private void See(Desk desk, IEnumerable<CarriedItem> carried)
    {
        desk.Seen = desk.Seen with { Version = desk.Seen.Version + 1, Carried = [.. carried], IdleSince = Instant };
        _matcher.PutAgent(desk.Seen);
    }

    private DateTimeOffset Instant => Start.AddTicks((long)(_now * TimeSpan.TicksPerSecond));

    private CustomerClass PickClass()
    {
        var left = _dice.NextDouble() * _arrivalsPerSecond * 3_600;
        foreach (var kind in _centre.Classes)
        {
            left -= kind.PerHour;
            if (left < 0)
            {
                return kind;
            }
        }

        return _centre.Classes[^1];
    }

    private double Exponential(double mean) => -mean * Math.Log(1 - _dice.NextDouble());

    private void Schedule(double after, Happening happening) =>
        _agenda.Enqueue(happening, (_now + after, _number++));

    private enum HappeningKind
    {
        Arrival,
        Leaving,
        Finish,
    }

    private sealed record Happening(HappeningKind Kind, Contact? Contact, Desk? Desk);
}

/// <summary>One customer's way through.</summary>
internal sealed class Contact(string id, CustomerClass kind, double arrived)
{
    public string Id { get; } = id;

    public CustomerClass Class { get; } = kind;

    public bool MustWait { get; set; }

    public bool Served { get; private set; }

    public bool Blocked { get; private set; }

    /// <summary>Seconds until service or leaving.</summary>
    public double Wait { get; private set; }

    public bool Abandoned => !Served && !Blocked;

    public void Connect(double now) => (Served, Wait) = (true, now - arrived);

    public void Leave(double now) => Wait = now - arrived;

    public void TurnAway(double now, bool blocked) => (Blocked, Wait) = (blocked, now - arrived);
}

/// <summary>An agent at work: busy time and the gaps between contacts.</summary>
internal sealed class Desk(Server server, AgentAvailability seen)
{
    private double _since;
    private bool _busy;
    private bool _counts;

    public Server Server { get; } = server;

    public AgentAvailability Seen { get; set; } = seen;

    public double Busy { get; private set; }

    public List<double> Gaps { get; } = [];

    public void StartCounting(double now) => (_since, _counts) = (now, true);

    public void StopCounting(double now)
    {
        Busy += _busy ? now - _since : 0;
        _counts = false;
    }

    public void Take(double now)
    {
        if (_counts)
        {
            Gaps.Add(now - _since);
        }

        (_busy, _since) = (true, now);
    }

    public void Finish(double now)
    {
        Busy += _counts ? now - _since : 0;
        (_busy, _since) = (false, now);
    }
}
