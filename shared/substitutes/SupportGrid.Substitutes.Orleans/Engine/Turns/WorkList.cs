namespace SupportGrid.Substitutes.Orleans.Engine.Turns;

/// <summary>A list of work items in order, linked through the items.</summary>
internal struct WorkList
{
    internal WorkItem? First;
    private WorkItem? _last;

    internal int Count { get; private set; }

    internal void Add(WorkItem item)
    {
        item.Previous = _last;
        item.Next = null;
        if (_last is null)
        {
            First = item;
        }
        else
        {
            _last.Next = item;
        }

        _last = item;
        Count++;
    }

    internal void Remove(WorkItem item)
    {
        if (item.Previous is null)
        {
            First = item.Next;
        }
        else
        {
            item.Previous.Next = item.Next;
        }

        if (item.Next is null)
        {
            _last = item.Previous;
        }
        else
        {
            item.Next.Previous = item.Previous;
        }

        item.Next = item.Previous = null;
        Count--;
    }

    internal readonly List<WorkItem> ToList()
    {
        var items = new List<WorkItem>(Count);
        for (var item = First; item is not null; item = item.Next)
        {
            items.Add(item);
        }

        return items;
    }
}
