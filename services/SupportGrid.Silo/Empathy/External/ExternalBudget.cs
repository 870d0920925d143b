namespace SupportGrid.Silo.Empathy.External;

/// <summary>
/// What may be spent in an hour and in a day by the clock (UTC). Before a question the most that it can cost is set
/// aside, so that questions under way together cannot overspend either. All amounts in millionths of the operator's
/// unit of currency. For all threads.
/// </summary>
internal sealed class ExternalBudget(long perHour, long perDay, TimeProvider time)
{
    private readonly Lock _lock = new();
    private DateTimeOffset _hour;
    private DateTimeOffset _day;
    private long _ofHour;
    private long _ofDay;

    /// <summary>Spent or set aside in this hour and on this day.</summary>
    public (long Hour, long Day) Used
    {
        get
        {
            lock (_lock)
            {
                Turn();
                return (_ofHour, _ofDay);
            }
        }
    }

    /// <returns>Null when the budget is used up.</returns>
    public Reserve? TryReserve(long most)
    {
        lock (_lock)
        {
            Turn();
            if ((perHour > 0 && _ofHour + most > perHour) || (perDay > 0 && _ofDay + most > perDay))
            {
                return null;
            }

            _ofHour += most;
            _ofDay += most;
            return new Reserve(most, _hour, _day);
        }
    }

    /// <summary>
    /// Puts what it really cost in the place of what was set aside; an hour that is over stays as it is.
    /// </summary>
    public void Settle(Reserve reserve, long cost)
    {
        lock (_lock)
        {
            Turn();
            _ofHour += reserve.Hour == _hour ? cost - reserve.Most : 0;
            _ofDay += reserve.Day == _day ? cost - reserve.Most : 0;
        }
    }

    private void Turn()
    {
        var now = time.GetUtcNow();
        var day = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero);
        var hour = day.AddHours(now.UtcDateTime.Hour);

        // A clock that is set back does not give the money back.
        if (hour > _hour)
        {
            (_hour, _ofHour) = (hour, 0);
        }

        if (day > _day)
        {
            (_day, _ofDay) = (day, 0);
        }
    }

    /// <summary>An amount that is set aside, and where.</summary>
    internal sealed record Reserve(long Most, DateTimeOffset Hour, DateTimeOffset Day);
}
