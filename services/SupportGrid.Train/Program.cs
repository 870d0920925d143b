using System.CommandLine.Invocation;

const int Usage = 2;
var parsed = SupportGrid.Train.TrainCommands.Build().Parse(args);
var code = await parsed.InvokeAsync();

// The library returns 1 for a wrong command line as well as for an exception.
return parsed.Action is ParseErrorAction ? Usage : code;
