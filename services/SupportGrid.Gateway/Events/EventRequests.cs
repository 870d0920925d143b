using System.Globalization;
using SupportGrid.Gateway.Edge;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Events;

/// <summary>What requests of other services must fulfil.</summary>
internal static class EventRequests
{
    public static void Check(this V1.WatchEventsRequest request)
    {
        var check = new RequestValidation();
        check.Cursor(request.Cursor)
            .Must(Enum.IsDefined(request.From), "from", "must be one of the starting points")
            .Count("types", request.Types_.Count, RequestLimits.EventTypesMax);
        for (var i = 0; i < request.Types_.Count && i < RequestLimits.EventTypesMax; i++)
        {
            var field = string.Create(CultureInfo.InvariantCulture, $"types[{i}]");
            check.Name(field, request.Types_[i], 1, RequestLimits.EventTypeLengthMax);
        }

        check.Throw();
    }
}
