using System.Collections.Frozen;
using System.Collections.Immutable;

namespace SupportGrid.Substitutes.Orleans.Tests.Calls;

public interface IKeeper : IGrainWithStringKey
{
    Task Keep(Note note);

    Task<Note> Kept();

    Task<Frozen> Echo(Frozen value);

    Task<Immutable<List<int>>> EchoImmutable(Immutable<List<int>> value);

    [return: Immutable]
    Task<List<int>> EchoParameter([Immutable] List<int> value);

    Task<object?> EchoObject(object? value);

    Task<(Node First, Node Second)> EchoPair((Node First, Node Second) pair);

    Task<Shape> EchoShape(Shape shape);

    Task<IKeeper> Self();

    ValueTask<int> Sum(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j);
}

public sealed class KeeperGrain : Grain, IKeeper
{
    private Note _note = new();

    public Task Keep(Note note)
    {
        _note = note;
        return Task.CompletedTask;
    }

    public Task<Note> Kept() => Task.FromResult(_note);

    public Task<Frozen> Echo(Frozen value) => Task.FromResult(value);

    public Task<Immutable<List<int>>> EchoImmutable(Immutable<List<int>> value) => Task.FromResult(value);

    public Task<List<int>> EchoParameter(List<int> value) => Task.FromResult(value);

    public Task<object?> EchoObject(object? value) => Task.FromResult(value);

    public Task<(Node First, Node Second)> EchoPair((Node First, Node Second) pair) => Task.FromResult(pair);

    public Task<Shape> EchoShape(Shape shape) => Task.FromResult(shape);

    public Task<IKeeper> Self() => Task.FromResult<IKeeper>(this);

    public ValueTask<int> Sum(int a, int b, int c, int d, int e, int f, int g, int h, int i, int j) =>
        new(a + b + c + d + e + f + g + h + i + j);
}

[GenerateSerializer]
public sealed class Note
{
    [Id(0)]
    public List<string> Lines { get; set; } = [];
}

[GenerateSerializer]
public sealed record Frozen(string Name, ImmutableArray<Frozen> Children);

[GenerateSerializer, Immutable]
public sealed class Promised
{
    [Id(0)]
    public List<int> Numbers { get; set; } = [];
}

[GenerateSerializer]
public sealed class Node
{
    [Id(0)]
    public string Name { get; set; } = string.Empty;

    [Id(1)]
    public Node? Other { get; set; }
}

[GenerateSerializer]
public sealed class Bag
{
    [Id(0)]
    public Dictionary<string, List<Node>> ByName { get; init; } = [];

    [Id(1)]
    public HashSet<string> Names { get; init; } = [];

    [Id(2)]
    public Queue<int> Queue { get; init; } = [];

    [Id(3)]
    public Stack<int> Stack { get; init; } = [];

    [Id(4)]
    public ImmutableArray<Node> Nodes { get; init; }

    [Id(5)]
    public Node[] Array { get; init; } = [];

    [Id(6)]
    public ReadOnlyMemory<byte> Bytes { get; init; }

    [Id(7)]
    public int? Maybe { get; init; }

    [Id(8)]
    public FrozenDictionary<string, Node> Frozen { get; init; } = FrozenDictionary<string, Node>.Empty;
}

[GenerateSerializer]
public abstract record Shape(string Name, List<int> Tags);

[GenerateSerializer]
public sealed record Circle(string Name, List<int> Tags, double Radius) : Shape(Name, Tags);

[GenerateSerializer]
public sealed class Cached(int value)
{
    [NonSerialized]
    private readonly int _doubled = value * 2;

    [Id(0)]
    public int Value { get; private set; } = value;

    public int Doubled => _doubled;
}

public sealed class Unmarked;
