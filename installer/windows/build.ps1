# Makes target\dist: the program as .msi, per user and per machine, with its own Java, SBOM, licences and sums. Needs a JDK 25, Maven
# and the WiX Toolset 3.14 or newer on the PATH; says what is missing.
#   powershell -File installer\windows\build.ps1 [-NoTrain] [-Out DIR]
# Signs with ATALAYA_AUTHENTICODE, the thumbprint of a certificate in the user's store; without it says loudly that nothing is signed.
[CmdletBinding()]
param(
    [switch] $NoTrain,
    [string] $Out
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$root = (Resolve-Path "$PSScriptRoot\..\..").Path
$common = Join-Path $root 'installer\common'
if (-not $Out) { $Out = Join-Path $root 'target\dist' }

function Say([string] $text) { Write-Host "atalaya: $text" }

function Invoke-Tool([string] $tool, [string[]] $arguments) {
    & $tool @arguments
    if ($LASTEXITCODE -ne 0) { throw "$tool failed with code $LASTEXITCODE" }
}

function Find-Tool([string] $name, [string] $hint) {
    $found = Get-Command $name -ErrorAction SilentlyContinue
    if (-not $found) { Say "needs $name. $hint"; exit 69 }
    return $found.Source
}

function Find-Jdk {
    $places = @($env:JAVA_HOME, $env:JAVA_HOME_25_X64, $env:JAVA_HOME_25_ARM64) +
        @(Get-ChildItem 'C:\Program Files\Eclipse Adoptium', 'C:\Program Files\Java' -Directory -ErrorAction SilentlyContinue |
            ForEach-Object FullName)
    foreach ($place in $places | Where-Object { $_ }) {
        $release = Join-Path $place 'release'
        if ((Test-Path $release) -and (Select-String -Path $release -Pattern '^JAVA_VERSION="(2[5-9]|[3-9]\d)' -Quiet)) { return $place }
    }
    Say 'needs a JDK 25 and found none. Install Temurin 25 (https://adoptium.net) or point JAVA_HOME at one.'
    exit 69
}

$env:JAVA_HOME = Find-Jdk
$bin = Join-Path $env:JAVA_HOME 'bin'
$maven = Find-Tool 'mvn' 'Install Maven 3.8 or newer.'
$null = Find-Tool 'candle' 'Install the WiX Toolset (winget install WiXToolset.WiXToolset), which jpackage makes .msi with.'

[xml] $pom = Get-Content (Join-Path $root 'pom.xml')
$version = $pom.project.version
$work = Join-Path $root 'target\package'
Remove-Item -Recurse -Force $work, $Out -ErrorAction SilentlyContinue
$null = New-Item -ItemType Directory -Force $work, $Out, "$work\jars\javafx"

# --- jars ---
Say 'building the program ...'
Push-Location $root
Invoke-Tool $maven @('-q', '-B', '-Dstyle.color=never', '-Dmaven.test.skip=true', '-Dspotless.check.skip=true', 'package',
    'dependency:copy-dependencies', '-DincludeScope=runtime', "-DoutputDirectory=$work\jars")
Invoke-Tool $maven @('-q', '-B', '-Dstyle.color=never', 'org.cyclonedx:cyclonedx-maven-plugin:2.9.1:makeBom', '-DoutputFormat=json',
    '-DoutputName=sbom', '-DschemaVersion=1.6', '-DincludeTestScope=false', '-DincludeBomSerialNumber=false', '-DprojectType=application')
Pop-Location
Copy-Item "$root\target\atalaya-$version.jar" "$work\jars\atalaya.jar"
Move-Item "$work\jars\javafx-*.jar" "$work\jars\javafx"
Remove-Item "$work\jars\checker-qual-*.jar" -ErrorAction SilentlyContinue
$sqlite = if ($env:PROCESSOR_ARCHITECTURE -eq 'ARM64') { 'Windows/aarch64' } else { 'Windows/x86_64' }
Invoke-Tool "$bin\java" @("$common\StoredJar.java", $sqlite, "$work\jars", "$work\lib")

# --- Java ---
Say 'making its Java ...'
$null = New-Item -ItemType Directory -Force "$work\jmods"
foreach ($jar in Get-ChildItem "$work\jars\javafx\javafx-*-*-*.jar") {
    $name = $jar.Name -replace '^javafx-([a-z]*)-.*', '$1'
    $classes = "$work\fx\$name\classes"; $libs = "$work\fx\$name\libs"
    $null = New-Item -ItemType Directory -Force $classes, $libs
    Push-Location $classes; Invoke-Tool "$bin\jar" @('-xf', $jar.FullName); Pop-Location
    Get-ChildItem $classes -Filter '*.dll' | Move-Item -Destination $libs
    Invoke-Tool "$bin\jmod" @('create', '--class-path', $classes, '--libs', $libs, "$work\jmods\javafx.$name.jmod")
}
$modules = (Get-Content "$common\modules.txt" | Where-Object { $_ }) -join ','
Invoke-Tool "$bin\jlink" @('--module-path', "$work\jmods", '--add-modules', $modules, '--include-locales=en,es,pt', '--strip-debug',
    '--no-header-files', '--no-man-pages', '--output', "$work\java")

# --- image ---
$options = @(Get-Content "$common\jvm-options.txt" | Where-Object { $_ } | ForEach-Object { '--java-options'; $_ })
Invoke-Tool "$bin\jpackage" (@('--type', 'app-image', '--name', 'Atalaya', '--app-version', $version, '--vendor', 'Atalaya',
    '--input', "$work\lib", '--main-jar', 'atalaya.jar', '--main-class', 'io.atalaya.Launcher', '--runtime-image', "$work\java",
    '--icon', "$common\icons\atalaya.ico", '--add-launcher', "atalaya-console=$PSScriptRoot\console.properties", '--dest', "$work\image") + $options)
$image = "$work\image\Atalaya"
$notices = New-Item -ItemType Directory -Force "$image\legal-notices"
Copy-Item "$root\target\sbom.json" $notices
Copy-Item "$root\LICENSE" $image
$jackson = (Get-ChildItem "$work\jars\jackson-*.jar" | ForEach-Object FullName) -join ';'
Invoke-Tool "$bin\java" @('-cp', $jackson, "$common\Licences.java", "$notices\sbom.json", "$common\licences.txt", "$notices\THIRD-PARTY.txt")
if (-not $NoTrain) {
    Say 'training: the package starts, and what it loads is kept for a quick start ...'
    $env:ATALAYA_HOME = Join-Path $work 'home'
    $env:JAVA_TOOL_OPTIONS = "-XX:AOTCacheOutput=""$image\app\atalaya.aot"""
    Invoke-Tool "$image\atalaya-console.exe" @('--self-test=start')
    Remove-Item Env:JAVA_TOOL_OPTIONS, Env:ATALAYA_HOME
    foreach ($cfg in "$image\app\Atalaya.cfg", "$image\app\atalaya-console.cfg") {
        Add-Content -Path $cfg -Value 'java-options=-XX:AOTCache=$APPDIR\atalaya.aot'
    }
}
Invoke-Tool "$image\atalaya-console.exe" @('--self-test')

# --- signing, packages ---
function Sign([string[]] $files) {
    if (-not $env:ATALAYA_AUTHENTICODE) {
        Say 'NOT SIGNED: ATALAYA_AUTHENTICODE names no certificate. Windows will warn whoever opens this.'
        return
    }
    $signtool = Find-Tool 'signtool' 'It comes with the Windows SDK.'
    Invoke-Tool $signtool (@('sign', '/sha1', $env:ATALAYA_AUTHENTICODE, '/fd', 'SHA256', '/tr',
        'http://timestamp.digicert.com', '/td', 'SHA256') + $files)
}
Sign @(Get-ChildItem "$image\*.exe" | ForEach-Object FullName)
# the same upgrade code for ever: a newer .msi replaces an older one and leaves the user's files
$usual = @('--type', 'msi', '--app-image', $image, '--name', 'Atalaya', '--app-version', $version, '--vendor', 'Atalaya',
    '--license-file', "$root\LICENSE", '--win-upgrade-uuid', '0d7a3f0e-9c55-4c0b-8f0a-6d0b8f4a2c11', '--win-menu', '--win-shortcut-prompt',
    '--win-dir-chooser')
Invoke-Tool "$bin\jpackage" ($usual + @('--dest', "$work\machine"))
Invoke-Tool "$bin\jpackage" ($usual + @('--win-per-user-install', '--dest', "$work\user"))
Copy-Item (Get-ChildItem "$work\machine\*.msi").FullName "$Out\atalaya-$version-windows-machine.msi"
Copy-Item (Get-ChildItem "$work\user\*.msi").FullName "$Out\atalaya-$version-windows-user.msi"
Sign @(Get-ChildItem "$Out\*.msi" | ForEach-Object FullName)
Copy-Item "$notices\sbom.json" "$Out\atalaya-$version-sbom.json"
Get-ChildItem $Out -File | ForEach-Object {
    '{0}  {1}' -f (Get-FileHash $_.FullName -Algorithm SHA256).Hash.ToLowerInvariant(), $_.Name
} | Set-Content "$Out\SHA256SUMS"
Get-ChildItem $Out -File | ForEach-Object { '{0,-48} {1:n1} MB' -f $_.Name, ($_.Length / 1MB) }
