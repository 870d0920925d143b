using System.Collections.Frozen;
using Orleans.Serialization;

namespace SupportGrid.Substitutes.Orleans.Tests.Calls;

public sealed class CopyTests
{
    [Fact]
    public void What_the_caller_changes_after_the_call_does_not_reach_the_grain()
    {
        using var cluster = Sim.New();
        var keeper = cluster.Grain<IKeeper>("k");

        cluster.Run(async () =>
        {
            var note = new Note { Lines = ["one"] };
            var sent = keeper.Keep(note);
            note.Lines.Add("two");
            await sent;
        });

        Assert.Equal(["one"], cluster.Run(keeper.Kept).Lines);
    }

    [Fact]
    public void What_the_caller_changes_in_a_result_does_not_reach_the_grain()
    {
        using var cluster = Sim.New();
        var keeper = cluster.Grain<IKeeper>("k");
        cluster.Run(() => keeper.Keep(new Note { Lines = ["one"] }));

        cluster.Run(keeper.Kept).Lines.Add("two");

        Assert.Equal(["one"], cluster.Run(keeper.Kept).Lines);
    }

    [Fact]
    public void Values_that_never_change_are_shared()
    {
        using var cluster = Sim.New();
        var keeper = cluster.Grain<IKeeper>("k");
        var frozen = new Frozen("a", [new Frozen("b", [])]);

        Assert.Same(frozen, cluster.Run(() => keeper.Echo(frozen)));
    }

    [Fact]
    public void Values_marked_immutable_are_shared()
    {
        using var cluster = Sim.New();
        var keeper = cluster.Grain<IKeeper>("k");
        var list = new List<int> { 1 };
        var promised = new Promised { Numbers = list };

        Assert.Same(list, cluster.Run(() => keeper.EchoImmutable(list.AsImmutable())).Value);
        Assert.Same(promised, cluster.Run(() => keeper.EchoObject(promised)));
        Assert.Same(list, cluster.Run(() => keeper.EchoParameter(list)));
    }

    [Fact]
    public void One_object_that_is_reached_twice_is_one_object_in_the_copy_and_cycles_end()
    {
        using var cluster = Sim.New();
        var keeper = cluster.Grain<IKeeper>("k");
        var node = new Node { Name = "n" };
        node.Other = node;

        var (first, second) = cluster.Run(() => keeper.EchoPair((node, node)));

        Assert.NotSame(node, first);
        Assert.Same(first, second);
        Assert.Same(first, first.Other);
    }

    [Fact]
    public void Collections_are_copied_with_their_contents_and_comparers()
    {
        using var cluster = Sim.New();
        var keeper = cluster.Grain<IKeeper>("k");
        var bag = new Bag
        {
            ByName = new(StringComparer.OrdinalIgnoreCase) { ["A"] = [new Node { Name = "x" }] },
            Names = new(StringComparer.OrdinalIgnoreCase) { "N" },
            Queue = new([1, 2]),
            Stack = new([1, 2]),
            Nodes = [new Node { Name = "y" }],
            Array = [new Node { Name = "z" }],
            Bytes = new byte[] { 1, 2 },
            Maybe = null,
            Frozen = new Dictionary<string, Node> { ["f"] = new() { Name = "w" } }.ToFrozenDictionary(),
        };

        var copy = (Bag)cluster.Run(() => keeper.EchoObject(bag))!;

        Assert.Equal("x", copy.ByName["a"][0].Name);
        Assert.NotSame(bag.ByName["A"][0], copy.ByName["A"][0]);
        Assert.Contains("n", copy.Names);
        Assert.Equal([1, 2], copy.Queue);
        Assert.Equal([2, 1], copy.Stack);
        Assert.NotSame(bag.Nodes[0], copy.Nodes[0]);
        Assert.NotSame(bag.Array[0], copy.Array[0]);
        Assert.Equal([1, 2], copy.Bytes.ToArray());
        Assert.Null(copy.Maybe);
        Assert.Equal("w", copy.Frozen["f"].Name);
        Assert.NotSame(bag.Frozen["f"], copy.Frozen["f"]);
    }

    [Fact]
    public void Derived_values_keep_their_type_and_all_their_members()
    {
        using var cluster = Sim.New();
        var keeper = cluster.Grain<IKeeper>("k");

        var copy = cluster.Run(() => keeper.EchoShape(new Circle("c", [1], 2.5)));

        Assert.Equal((typeof(Circle), 2.5), (copy.GetType(), ((Circle)copy).Radius));
        Assert.Equal([1], copy.Tags);
    }

    [Fact]
    public void Members_left_out_on_purpose_do_not_travel()
    {
        using var cluster = Sim.New();

        var copy = (Cached)cluster.Run(() => cluster.Grain<IKeeper>("k").EchoObject(new Cached(5)))!;

        Assert.Equal((5, 0), (copy.Value, copy.Doubled));
    }

    [Fact]
    public void A_value_without_serializer_behind_a_base_type_fails_its_call()
    {
        using var cluster = Sim.New();

        cluster.Fails<CodecNotFoundException>(() => cluster.Grain<IKeeper>("k").EchoObject(new Unmarked()));
    }

    [Fact]
    public void A_grain_that_passes_itself_passes_a_reference()
    {
        using var cluster = Sim.New();
        var keeper = cluster.Grain<IKeeper>("k");

        Assert.Equal(keeper, cluster.Run(keeper.Self));
    }

    [Fact]
    public void Methods_may_have_more_than_seven_parameters()
    {
        using var cluster = Sim.New();

        Assert.Equal(55, cluster.Run(async () => await cluster.Grain<IKeeper>("k").Sum(1, 2, 3, 4, 5, 6, 7, 8, 9, 10)));
    }
}
