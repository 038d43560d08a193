"use strict";
const byId = id => document.getElementById(id);

function addRow(table, ...cells) {
  const row = table.insertRow();
  cells.forEach(text => { row.insertCell().textContent = text; });
}

function addOperation(name, operation, contract) {
  const title = document.createElement("h3");
  title.textContent = name;
  const summary = document.createElement("p");
  summary.textContent = operation.description ?? operation.summary;
  const answers = document.createElement("table");
  byId("operations").append(title, summary, answers);
  for (const [status, answer] of Object.entries(operation.responses)) {
    addRow(answers, status, resolve(answer, contract).description);
  }
}

function resolve(node, contract) {
  return node.$ref ? node.$ref.slice(2).split("/").reduce((part, name) => part[name], contract) : node;
}

function show(text, good) {
  const answer = byId("answer");
  answer.textContent = text;
  answer.className = good ? "good" : "bad";
  answer.hidden = false;
}

async function explain() {
  const contract = await (await fetch("/openapi")).json();
  const enqueue = contract.paths["/post/enqueue"].post;
  const post = contract.components.schemas.Post;
  byId("promise").textContent = contract.info.description;
  byId("post").value = JSON.stringify(enqueue.requestBody.content["application/json"].example, null, 2);
  for (const [name, field] of Object.entries(post.properties)) {
    addRow(byId("fields"), name, post.required.includes(name) ? "required" : "optional", field.description ?? "");
  }
  for (const [path, methods] of Object.entries(contract.paths)) {
    for (const [method, operation] of Object.entries(methods)) {
      addOperation(method.toUpperCase() + " " + path, operation, contract);
    }
  }
}

async function send(event) {
  event.preventDefault();
  try {
    const response = await fetch("/post/enqueue", {
      method: "POST",
      headers: { "Authorization": "Bearer " + byId("key").value, "Content-Type": "application/json" },
      body: byId("post").value
    });
    const body = JSON.stringify(await response.json(), null, 2);
    show(response.status + " " + response.statusText + "\n" + body, response.ok);
  } catch (failure) {
    show("No answer: " + failure.message, false);
  }
}

byId("form").addEventListener("submit", send);
explain();
