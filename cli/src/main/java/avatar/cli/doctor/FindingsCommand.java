package avatar.cli.doctor;

import avatar.cli.api.SystemOption;
import avatar.cli.local.DataOption;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The hidden command behind {@code avatar doctor}: prints a line for each finding, which the script formats. */
@Command(name = "findings", description = "The checks of 'avatar doctor' that need Java.", hidden = true)
public final class FindingsCommand implements Callable<Integer> {

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Mixin
    private SystemOption system = new SystemOption();

    @Mixin
    private DataOption data = new DataOption();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Machine.findings(data.folder()).forEach(finding -> out.println(finding.line()));
        SystemState.findings(system.address()).forEach(finding -> out.println(finding.line()));
        AvatarFindings.in(data.avatars()).forEach(finding -> out.println(finding.line()));
        VoiceFindings.of(data.voices()).forEach(finding -> out.println(finding.line()));
        out.flush();
        return 0;
    }
}
