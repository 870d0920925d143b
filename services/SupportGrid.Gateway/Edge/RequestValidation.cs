using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using SupportGrid.Gateway.Identity;
using SupportGrid.Gateway.Interactions;
using FieldViolation = Google.Rpc.BadRequest.Types.FieldViolation;
using V1 = SupportGrid.Api.V1;

namespace SupportGrid.Gateway.Edge;

/// <summary>
/// Collects everything that is wrong with a request, then says it at once. A valid request costs no allocation.
/// </summary>
/// <remarks>Used as <c>var check = new RequestValidation(); check.Id(…).Text(…).Throw();</c></remarks>
public struct RequestValidation
{
    private List<FieldViolation>? _violations;

    /// <summary>What is wrong so far.</summary>
    public readonly IReadOnlyList<FieldViolation> Violations => _violations ?? [];

    /// <exception cref="Grpc.Core.RpcException">INVALID_ARGUMENT, if anything is wrong.</exception>
    public readonly void Throw()
    {
        if (_violations is not null)
        {
            throw EdgeErrors.Invalid(_violations);
        }
    }

    [UnscopedRef]
    public ref RequestValidation Must(bool holds, string field, string rule)
    {
        if (!holds)
        {
            (_violations ??= []).Add(new FieldViolation { Field = field, Description = rule });
        }

        return ref this;
    }

    [UnscopedRef]
    public ref RequestValidation RequestId(string value) =>
        ref Key("request_id", value, 1, RequestLimits.RequestIdLengthMax);

    /// <summary>An id in a form of its sender's: a line that no other can be taken for.</summary>
    [UnscopedRef]
    public ref RequestValidation Key(string field, string value, int lengthMin, int lengthMax)
    {
        Name(field, value, lengthMin, lengthMax);
        return ref Must(TextRules.IsExact(value), field, "must be UTF-8");
    }

    /// <summary>An id that must be there.</summary>
    [UnscopedRef]
    public ref RequestValidation Id(string field, string value) =>
        ref Must(IdFormat.IsValid(value), field, IdFormat.Rule);

    /// <summary>An id that may be empty.</summary>
    [UnscopedRef]
    public ref RequestValidation OptionalId(string field, string value) =>
        ref Must(value.Length == 0 || IdFormat.IsValid(value), field, IdFormat.Rule);

    /// <summary>One line: no control characters, none that turns the direction of reading.</summary>
    [UnscopedRef]
    public ref RequestValidation Name(string field, string value, int lengthMin, int lengthMax)
    {
        Length(field, value, lengthMin, lengthMax);
        return ref Must(TextRules.IsLine(value), field, "must not contain control characters");
    }

    /// <summary>A message within limits of length. Only blanks are as good as nothing.</summary>
    [UnscopedRef]
    public ref RequestValidation Text(string field, string value, int lengthMin, int lengthMax)
    {
        Length(field, value, lengthMin, lengthMax);
        return ref Must(
            TextRules.IsMessage(value), field, "must not contain control characters except tabs and ends of lines");
    }

    /// <summary>As <see cref="Text"/>; may be empty, and not blank.</summary>
    [UnscopedRef]
    public ref RequestValidation OptionalText(string field, string value, int lengthMax) =>
        ref Text(field, value, Math.Min(value.Length, 1), lengthMax);

    [UnscopedRef]
    private ref RequestValidation Length(string field, string value, int lengthMin, int lengthMax)
    {
        if (value.Length < lengthMin || value.Length > lengthMax)
        {
            return ref Must(false, field, LengthRule(lengthMin, lengthMax));
        }

        return ref Must(lengthMin == 0 || !TextRules.IsBlank(value), field, "must not be blank");
    }

    /// <summary>A text whose size in UTF-8 is limited; what it says is judged later.</summary>
    [UnscopedRef]
    public ref RequestValidation Bytes(string field, string value, int bytesMax) =>
        ref Encoding.UTF8.GetByteCount(value) <= bytesMax
            ? ref this
            : ref Must(false, field, Rule($"must have at most {bytesMax} bytes"));

    [UnscopedRef]
    public ref RequestValidation Channel(string field, V1.Channel value) =>
        ref Must(value.ToDomain() is not null, field, "must be one of the channels");

    /// <summary>A finite number within limits; NaN never is.</summary>
    [UnscopedRef]
    public ref RequestValidation Number(string field, double value, double min, double max) =>
        ref value >= min && value <= max
            ? ref this
            : ref Must(false, field, Rule($"must be a number from {min} to {max}"));

    [UnscopedRef]
    public ref RequestValidation Count(string field, int count, int countMax) =>
        ref count <= countMax
            ? ref this
            : ref Must(false, field, Rule($"must have at most {countMax} entries"));

    /// <summary>A resume point that is passed on unread.</summary>
    [UnscopedRef]
    public ref RequestValidation Cursor(string value) =>
        ref Text("cursor", value, 0, RequestLimits.CursorLengthMax);

    /// <summary>A tag such as "zh-CN"; a language that there are no words in is no mistake.</summary>
    [UnscopedRef]
    public ref RequestValidation Language(string value) =>
        ref Name("language", value, 0, RequestLimits.LanguageLengthMax);

    /// <summary>The size of a page; 0 stands for the default.</summary>
    [UnscopedRef]
    public ref RequestValidation PageSize(int value) =>
        ref Must(
            value is >= 0 and <= RequestLimits.PageSizeMax,
            "page_size",
            "must be 1 to 1000, or 0 for the default");

    private static string LengthRule(int min, int max) => min == 0
        ? Rule($"must have at most {max} characters")
        : Rule($"must have {min} to {max} characters");

    private static string Rule(FormattableString rule) => rule.ToString(CultureInfo.InvariantCulture);
}
