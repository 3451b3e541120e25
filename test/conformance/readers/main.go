// Reads each file that a list names as clients of Kubernetes do, and prints its documents as one line
// of JSON.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"regexp"

	"sigs.k8s.io/yaml"
)

var separator = regexp.MustCompile(`(?m)^---(?:[ \t].*)?\n`)

func main() {
	list, err := os.Open(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	lines := bufio.NewScanner(list)
	for lines.Scan() {
		fmt.Println(answer(lines.Text()))
	}
}

func answer(path string) string {
	text, err := os.ReadFile(path)
	if err != nil {
		return refusal(err)
	}
	documents := [][]byte{}
	for _, document := range separator.Split(string(text), -1) {
		read, err := yaml.YAMLToJSONStrict([]byte(document))
		if err != nil {
			return refusal(err)
		}
		// What stands before the first separator.
		if string(read) != "null" {
			documents = append(documents, read)
		}
	}
	return "[" + string(bytes.Join(documents, []byte(","))) + "]"
}

func refusal(err error) string {
	text, _ := json.Marshal("!refused: " + err.Error())
	return string(text)
}
