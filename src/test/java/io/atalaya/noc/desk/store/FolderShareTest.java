package io.atalaya.noc.desk.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atalaya.noc.desk.Desk;
import io.atalaya.noc.desk.DeskState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderShareTest {
    @TempDir
    Path folder;

    @Test
    void oneSeesWhatTheOtherAcknowledged() throws IOException {
        var ana = new FolderShare(folder, "ana@noc");
        var bea = new FolderShare(folder, "bea@noc");
        var state = Desks.with("cpu", "disk");
        ana.exchange(Desks.acknowledged(state, "cpu", "ana", 5));
        var merged = Desk.merged(state, bea.exchange(state).others());
        assertThat(Desks.known(merged)).containsExactly("cpu");
    }

    @Test
    void whatBothDidWhileApartIsThereAfterwards() throws IOException {
        var ana = new FolderShare(folder, "ana");
        var bea = new FolderShare(folder, "bea");
        var state = Desks.with("cpu", "disk");
        ana.exchange(state);
        bea.exchange(state);
        var byAna = Desks.acknowledged(state, "cpu", "ana", 5);
        var byBea = Desks.acknowledged(Desks.acknowledged(state, "disk", "bea", 6), "cpu", "bea", 4);
        byAna = Desk.merged(byAna, ana.exchange(byAna).others());
        byBea = Desk.merged(byBea, bea.exchange(byBea).others());
        byAna = Desk.merged(byAna, ana.exchange(byAna).others());
        assertThat(byAna).isEqualTo(byBea);
        assertThat(Desks.known(byAna)).containsExactly("cpu", "disk");
        assertThat(byAna.entry("cpu").orElseThrow().attention().acknowledgements())
                .hasSize(2);
    }

    @Test
    void aConsoleThatWasAwayOrLostItsFileCatchesUp() throws IOException {
        new FolderShare(folder, "ana").exchange(Desks.acknowledged(Desks.with("cpu"), "cpu", "ana", 5));
        var back = new FolderShare(folder, "ana").exchange(DeskState.EMPTY);
        assertThat(Desks.known(back.others())).containsExactly("cpu");
    }

    @Test
    void twoOfOneNameLoseNothing() throws IOException {
        var one = new FolderShare(folder, "twin");
        var two = new FolderShare(folder, "twin");
        var state = Desks.with("cpu", "disk");
        one.exchange(state);
        two.exchange(state);
        one.exchange(Desks.acknowledged(state, "cpu", "ana", 5));
        two.exchange(Desks.acknowledged(state, "disk", "bea", 5));
        var late = new FolderShare(folder, "late").exchange(DeskState.EMPTY);
        assertThat(Desks.known(late.others())).containsExactly("cpu", "disk");
    }

    @Test
    void aBrokenFileIsToldAndTheOthersAreRead() throws IOException {
        var ana = new FolderShare(folder, "ana");
        ana.exchange(Desks.acknowledged(Desks.with("cpu"), "cpu", "ana", 5));
        Files.write(folder.resolve("zoe.desk"), new byte[] {(byte) 0xff, 0, 1, 2});
        Files.writeString(folder.resolve("max.desk"), "12345678 {\"half");
        var brought = new FolderShare(folder, "bea").exchange(DeskState.EMPTY);
        assertThat(Desks.known(brought.others())).containsExactly("cpu");
        assertThat(brought.problems())
                .hasSize(2)
                .anyMatch(it -> it.startsWith("max.desk"))
                .anyMatch(it -> it.startsWith("zoe.desk"));
    }

    @Test
    void aFolderThatIsGoneIsSaidAndNotMade() {
        var gone = folder.resolve("unmounted");
        assertThatThrownBy(() -> new FolderShare(gone, "ana").exchange(DeskState.EMPTY))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is not there");
        assertThat(gone).doesNotExist();
    }

    @Test
    void anUnchangedDeskIsNotWrittenAgain() throws IOException {
        var ana = new FolderShare(folder, "ana");
        ana.exchange(Desks.with("cpu"));
        var file = folder.resolve("ana.desk");
        var key = Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class)
                .fileKey();
        ana.exchange(Desks.with("cpu"));
        assertThat(Files.readAttributes(file, java.nio.file.attribute.BasicFileAttributes.class)
                        .fileKey())
                .isEqualTo(key);
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void twoNamesAreTwoFiles() {
        assertThat(FolderShare.fileName("../ana/x")).isEqualTo(".._2f_ana_2f_x.desk");
        assertThat(FolderShare.fileName("Ana")).isNotEqualTo(FolderShare.fileName("ana"));
    }

    /** A team has one folder: those of its deployments come by themselves, and whoever may write there may write in them. */
    @Test
    void aDeploymentHasAFolderOfItsOwnInTheTeams() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwx---"));
        new FolderShare(folder, "prod", "ana").exchange(Desks.with("cpu"));
        var others = new FolderShare(folder, "test", "ana").exchange(DeskState.EMPTY);
        assertThat(others.others().entries()).isEmpty();
        assertThat(new FolderShare(folder, "prod", "bea")
                        .exchange(DeskState.EMPTY)
                        .others()
                        .entries())
                .containsOnlyKeys("cpu");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("prod"))))
                .isEqualTo("rwxrwx---");
        assertThatThrownBy(() -> new FolderShare(folder.resolve("unmounted"), "prod", "ana").exchange(DeskState.EMPTY))
                .hasMessageContaining("unmounted is not there");
    }
}
