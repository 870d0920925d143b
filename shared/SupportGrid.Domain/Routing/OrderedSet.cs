using System.Collections;
using SupportGrid.Kernel;

namespace SupportGrid.Domain.Routing;

/// <summary>
/// A balanced tree (AVL) that also knows positions: add, remove, first and "how many are before" in O(log n). The
/// order must be total and may not change for a value while it is inside.
/// </summary>
internal sealed class OrderedSet<T>(IComparer<T> order) : IEnumerable<T>
    where T : class
{
    private Node? _root;

    public int Count => Node.CountOf(_root);

    /// <summary>The first value in order, or null when empty.</summary>
    public T? First
    {
        get
        {
            var node = _root;
            while (node?.Left is not null)
            {
                node = node.Left;
            }

            return node?.Value;
        }
    }

    public void Add(T value) => _root = Insert(_root, value);

    public void Remove(T value) => _root = Delete(_root, value);

    /// <summary>How many values come before <paramref name="value"/>, which is inside.</summary>
    public int IndexOf(T value)
    {
        var before = 0;
        var node = _root;
        while (node is not null)
        {
            var side = order.Compare(value, node.Value);
            if (side == 0)
            {
                return before + Node.CountOf(node.Left);
            }

            before += side < 0 ? 0 : Node.CountOf(node.Left) + 1;
            node = side < 0 ? node.Left : node.Right;
        }

        throw new InvariantBrokenException("a value whose position is asked for is in the set");
    }

    /// <summary>In order, lazily: the first k values cost O(log n + k).</summary>
    public IEnumerator<T> GetEnumerator()
    {
        var path = new Stack<Node>();
        for (var node = _root; node is not null || path.Count > 0; node = node.Right)
        {
            for (; node is not null; node = node.Left)
            {
                path.Push(node);
            }

            node = path.Pop();
            yield return node.Value;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private Node Insert(Node? node, T value)
    {
        if (node is null)
        {
            return new Node(value);
        }

        var side = order.Compare(value, node.Value);
        Invariant.Holds(side != 0, "a value is in an ordered set once");
        if (side < 0)
        {
            node.Left = Insert(node.Left, value);
        }
        else
        {
            node.Right = Insert(node.Right, value);
        }

        return Node.Balance(node);
    }

    private Node? Delete(Node? node, T value)
    {
        Invariant.Holds(node is not null, "a value that leaves an ordered set was in it");
        var side = order.Compare(value, node.Value);
        if (side < 0)
        {
            node.Left = Delete(node.Left, value);
        }
        else if (side > 0)
        {
            node.Right = Delete(node.Right, value);
        }
        else if (node.Left is null || node.Right is null)
        {
            return node.Left ?? node.Right;
        }
        else
        {
            node.Right = Node.TakeFirst(node.Right, out var next);
            node.Value = next;
        }

        return Node.Balance(node);
    }

    private sealed class Node(T value)
    {
        private int _height = 1;
        private int _count = 1;

        public T Value { get; set; } = value;

        public Node? Left { get; set; }

        public Node? Right { get; set; }

        public static int CountOf(Node? node) => node?._count ?? 0;

        public static Node Balance(Node node)
        {
            node.Measure();
            var lean = HeightOf(node.Left) - HeightOf(node.Right);
            if (lean > 1)
            {
                node.Left = HeightOf(node.Left!.Left) < HeightOf(node.Left.Right) ? TurnLeft(node.Left) : node.Left;
                return TurnRight(node);
            }

            if (lean < -1)
            {
                node.Right = HeightOf(node.Right!.Right) < HeightOf(node.Right.Left) ? TurnRight(node.Right) : node.Right;
                return TurnLeft(node);
            }

            return node;
        }

        public static Node? TakeFirst(Node node, out T first)
        {
            if (node.Left is null)
            {
                first = node.Value;
                return node.Right;
            }

            node.Left = TakeFirst(node.Left, out first);
            return Balance(node);
        }

        private static int HeightOf(Node? node) => node?._height ?? 0;

        private static Node TurnLeft(Node node)
        {
            var top = node.Right!;
            node.Right = top.Left;
            top.Left = node;
            node.Measure();
            top.Measure();
            return top;
        }

        private static Node TurnRight(Node node)
        {
            var top = node.Left!;
            node.Left = top.Right;
            top.Right = node;
            node.Measure();
            top.Measure();
            return top;
        }

        private void Measure()
        {
            _height = Math.Max(HeightOf(Left), HeightOf(Right)) + 1;
            _count = CountOf(Left) + CountOf(Right) + 1;
        }
    }
}
