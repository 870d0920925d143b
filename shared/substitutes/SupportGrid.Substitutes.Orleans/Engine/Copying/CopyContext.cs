namespace SupportGrid.Substitutes.Orleans.Engine.Copying;

/// <summary>
/// Remembers what was copied, so that one object that is reached twice is copied once and cycles end.
/// </summary>
internal sealed class CopyContext
{
    private const int ScanLimit = 8;

    [ThreadStatic]
    private static CopyContext? t_spare;

    private readonly (object Original, object Copy)[] _few = new (object, object)[ScanLimit];
    private Dictionary<object, object>? _many;
    private int _count;

    /// <summary>A context for one copy; give it back with <see cref="Return"/>.</summary>
    internal static CopyContext Rent()
    {
        var context = t_spare ?? new CopyContext();
        t_spare = null;
        return context;
    }

    internal static void Return(CopyContext context)
    {
        if (context._count == 0)
        {
            t_spare = context;
            return;
        }

        Array.Clear(context._few, 0, Math.Min(context._count, ScanLimit));
        context._many = null;
        context._count = 0;
        t_spare = context;
    }

    internal bool TryGet(object original, out object copy)
    {
        if (_many is not null)
        {
            return _many.TryGetValue(original, out copy!);
        }

        for (var i = 0; i < _count; i++)
        {
            if (ReferenceEquals(_few[i].Original, original))
            {
                copy = _few[i].Copy;
                return true;
            }
        }

        copy = null!;
        return false;
    }

    internal void Record(object original, object copy)
    {
        if (_count < ScanLimit)
        {
            _few[_count++] = (original, copy);
            return;
        }

        if (_many is null)
        {
            _many = new Dictionary<object, object>(ReferenceEqualityComparer.Instance);
            foreach (var pair in _few)
            {
                _many.Add(pair.Original, pair.Copy);
            }
        }

        _many[original] = copy;
        _count++;
    }
}
